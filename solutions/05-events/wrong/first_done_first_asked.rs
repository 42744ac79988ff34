//! Sends the first answer that is there to whoever called first. | every_caller_gets_the_answer_about_their_own_item: "went to somebody else" | a_quick_answer_does_not_wait_for_a_slow_one: "went to somebody else" | a_caller_who_hangs_up_does_not_stop_the_others: "went to somebody else"

pub mod given;

use given::{Request, look_up};
use std::collections::VecDeque;
use tokio::sync::mpsc;
use tokio::task::JoinSet;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut look_ups = JoinSet::new();
    let mut replies = VecDeque::new();
    let (mut open, mut answered) = (true, 0);
    while open || !look_ups.is_empty() {
        tokio::select! {
            request = requests.recv(), if open => match request {
                Some(Request { item, reply }) => {
                    look_ups.spawn(async move { look_up(&item).await });
                    replies.push_back(reply);
                }
                None => open = false,
            },
            Some(Ok(answer)) = look_ups.join_next() => {
                let reply = replies.pop_front().unwrap();
                answered += usize::from(reply.send(answer).is_ok());
            }
        }
    }
    answered
}
