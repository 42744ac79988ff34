//! Lends the counter to every task. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut answered = 0;
    while let Some(Request { item, reply }) = requests.recv().await {
        tokio::spawn(async {
            if reply.send(look_up(&item).await).is_ok() {
                answered += 1;
            }
        });
    }
    answered
}
