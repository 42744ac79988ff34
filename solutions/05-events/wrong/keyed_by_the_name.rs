//! Knows who waits for what by the name of the item, and two miss the same. | every_caller_gets_the_answer_about_their_own_item: "the line went dead at 900 ms"

pub mod given;

use given::*;
use std::collections::HashMap;
use tokio::sync::mpsc;
pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut n = 0;
    let mut open = true;
    let mut set = tokio::task::JoinSet::new();
    let mut who = HashMap::new();
    loop {
        tokio::select! {
            next = requests.recv(), if open => match next {
                Some(Request { item, reply }) => { who.insert(item.to_string(), reply); set.spawn(async move { look_up(&item).await }); }
                None => open = false,
            },
            Some(a) = set.join_next() => {
                let a = a.unwrap();
                if let Some(reply) = who.remove(a.about()) { n += usize::from(reply.send(a).is_ok()); }
            }
            else => return n,
        }
    }
}
