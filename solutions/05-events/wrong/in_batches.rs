//! Takes all requests that are waiting as a batch, and ends it before the next. | ten_calls_within_a_second_are_each_answered_two_seconds_later: "Nothing may stand between" | a_quick_answer_does_not_wait_for_a_slow_one: "Nothing may stand between" | of_a_whole_crowd_nobody_queues: "Nothing may stand between" | a_caller_who_hangs_up_does_not_stop_the_others: "Nothing may stand between" | it_returns_with_the_last_answer_and_leaves_nothing_running: "Nothing may stand between"

pub mod given;

use futures::future::join_all;
use given::{Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let mut answered = 0;
    let mut batch = Vec::new();
    while requests.recv_many(&mut batch, 100).await > 0 {
        let got_it = join_all(batch.drain(..).map(answer)).await;
        answered += got_it.into_iter().filter(|got_it| *got_it).count();
    }
    answered
}

async fn answer(Request { item, reply }: Request) -> bool {
    reply.send(look_up(&item).await).is_ok()
}
