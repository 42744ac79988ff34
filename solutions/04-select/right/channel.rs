//! Tasks that send what they have; the first message counts, and all tasks are aborted.

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (sender, mut receiver) = mpsc::channel(2);
    let tasks = [a, b].map(|mirror| {
        let sender = sender.clone();
        tokio::spawn(async move {
            let _ = sender.send(mirror.download().await).await;
        })
    });
    let copy = receiver.recv().await.unwrap();
    tasks.iter().for_each(|task| task.abort());
    copy
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let (sender, mut receiver) = mpsc::unbounded_channel();
    let timer_sender = sender.clone();
    let download = tokio::spawn(async move { sender.send(Some(m.download().await)) });
    let timer = tokio::spawn(async move {
        sleep(patience).await;
        timer_sender.send(None)
    });
    let first = receiver.recv().await.unwrap();
    download.abort();
    timer.abort();
    first
}
