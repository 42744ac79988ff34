//! Receives all requests first and then looks everything up at once. | ten_calls_within_a_second_are_each_answered_two_seconds_later: "No look-up began before" | a_quick_answer_does_not_wait_for_a_slow_one: "No look-up began before" | a_caller_who_hangs_up_does_not_stop_the_others: "No look-up began before" | it_serves_until_the_channel_is_closed: "No look-up began before"

pub mod given;

use futures::future::join_all;
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut all = Vec::new();
    while let Some(request) = requests.recv().await {
        all.push(answer(request));
    }
    join_all(all).await.into_iter().filter(|got_it| *got_it).count()
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
