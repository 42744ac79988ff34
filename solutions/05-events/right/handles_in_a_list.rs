//! Every task's handle is kept in a list, and awaited in the end.

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut handles = Vec::new();
    while let Some(request) = requests.recv().await {
        handles.push(tokio::spawn(answer(request)));
    }
    let mut answered = 0;
    for handle in handles {
        if handle.await.unwrap() {
            answered += 1;
        }
    }
    answered
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
