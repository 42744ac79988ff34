//! Makes the look-ups anew whenever something happens. | ten_calls_within_a_second_are_each_answered_two_seconds_later: "There were more look-ups of an item than calls about it" | a_quick_answer_does_not_wait_for_a_slow_one: "There were more look-ups of an item than calls about it" | of_a_whole_crowd_nobody_queues: "There were more look-ups of an item than calls about it" | a_caller_who_hangs_up_does_not_stop_the_others: "There were more look-ups of an item than calls about it" | it_returns_with_the_last_answer_and_leaves_nothing_running: "There were more look-ups of an item than calls about it"

pub mod given;

use given::{Answer, Request, look_up};
use tokio::sync::mpsc;

pub async fn serve(mut requests: mpsc::Receiver<Request>) -> usize {
    let (mut waiting, mut count, mut open) = (Vec::<Request>::new(), 0, true);
    while open || !waiting.is_empty() {
        tokio::select! {
            next = requests.recv(), if open => match next {
                Some(request) => waiting.push(request),
                None => open = false,
            },
            (found, at) = first(&waiting), if !waiting.is_empty() => {
                count += usize::from(waiting.remove(at).reply.send(found).is_ok());
            }
        }
    }
    count
}
async fn first(waiting: &[Request]) -> (Answer, usize) {
    let all = waiting.iter().map(|request| Box::pin(look_up(&request.item)));
    let (found, at, _) = futures::future::select_all(all).await;
    (found, at)
}
