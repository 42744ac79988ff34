//! Takes a caller who hangs up for the end of everything. | a_caller_who_hangs_up_does_not_stop_the_others: "neither does a caller who hangs up" | only_answers_that_somebody_got_are_counted: "A look-up was cancelled"

pub mod given;

use futures::stream::{FuturesUnordered, StreamExt};
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut under_way = FuturesUnordered::new();
    let (mut open, mut answered) = (true, 0);
    while open || !under_way.is_empty() {
        tokio::select! {
            request = requests.recv(), if open => match request {
                Some(request) => under_way.push(answer(request)),
                None => open = false,
            },
            Some(got_it) = under_way.next() => {
                if !got_it {
                    break;
                }
                answered += 1;
            }
        }
    }
    answered
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
