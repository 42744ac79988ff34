//! Replies in the order of the calls: a quick answer waits for a slow one. | a_quick_answer_does_not_wait_for_a_slow_one: "had been complete before"

pub mod given;

use futures::stream::{FuturesOrdered, StreamExt};
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut look_ups = FuturesOrdered::new();
    let (mut open, mut answered) = (true, 0);
    while open || !look_ups.is_empty() {
        tokio::select! {
            request = requests.recv(), if open => match request {
                Some(Request { item, reply }) => {
                    look_ups.push_back(async move { (look_up(&item).await, reply) });
                }
                None => open = false,
            },
            Some((answer, reply)) = look_ups.next() => {
                answered += usize::from(reply.send(answer).is_ok());
            }
        }
    }
    answered
}
