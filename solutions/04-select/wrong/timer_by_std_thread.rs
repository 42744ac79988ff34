//! Sleeps away the patience on a thread of its own, by the real clock. | a_copy_that_comes_in_time_is_returned_at_once: "every task waited for another thread" | a_copy_that_came_in_time_leaves_no_timer_running: "every task waited for another thread" | when_the_patience_is_over_the_answer_is_none_at_once: "every task waited for another thread" | giving_up_breaks_off_the_download: "every task waited for another thread"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::sync::oneshot;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let (ring, rung) = oneshot::channel();
    std::thread::spawn(move || {
        std::thread::sleep(patience);
        let _ = ring.send(());
    });
    tokio::select! {
        copy = m.download() => Some(copy),
        _ = rung => None,
    }
}
