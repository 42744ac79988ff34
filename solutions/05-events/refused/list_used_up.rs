//! Counts a list that a loop has used up. | list-used-up: "use up the list"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut tasks = Vec::new();
    while let Some(r) = requests.recv().await {
        tasks.push(tokio::spawn(async move {
            let a = look_up(&r.item).await;
            r.reply.send(a).is_ok()
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    tasks.len()
}
