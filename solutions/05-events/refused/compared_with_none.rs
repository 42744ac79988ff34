//! Compares what `recv` gives with None. | not-comparable: "can't be compared"

pub mod given;

use given::{Request, look_up};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut n = 0;
    while true {
        let request = requests.recv().await;
        if request == None {
            break;
        }
        let answer = look_up(&request.item).await;
        if request.reply.send(answer).is_ok() {
            n += 1;
        }
    }
    n
}
