//! Receives with `async for`. | async-for: "There is no `async for`"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut n = 0;
    async for request in requests {
        let answer = look_up(&request.item).await;
        if request.reply.send(answer).is_ok() { n += 1; }
    }
    n
}
