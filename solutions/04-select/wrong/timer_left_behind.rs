//! Starts the timer as a task, which goes on when the copy has come. | a_copy_that_came_in_time_leaves_no_timer_running: "1 spawned task was still running"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let (sender, over) = oneshot::channel();
    tokio::spawn(async move {
        sleep(patience).await;
        let _ = sender.send(());
    });
    tokio::select! {
        copy = m.download() => Some(copy),
        _ = over => None,
    }
}
