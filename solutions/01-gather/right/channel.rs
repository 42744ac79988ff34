//! Each task sends its result over a channel, and is awaited in the end.

pub mod given;

use given::long_task;
use tokio::sync::mpsc;

pub async fn run_all() -> Vec<u32> {
    let (sender, mut receiver) = mpsc::channel(3);
    let mut tasks = Vec::new();
    for id in 1..=3 {
        let sender = sender.clone();
        tasks.push(tokio::spawn(async move { sender.send(long_task(id).await).await.unwrap() }));
    }
    drop(sender);
    let mut ids = Vec::new();
    while let Some(id) = receiver.recv().await {
        ids.push(id);
    }
    for task in tasks {
        task.await.unwrap();
    }
    ids.sort_unstable();
    ids
}
