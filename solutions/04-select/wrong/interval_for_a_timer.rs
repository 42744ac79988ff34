//! Takes an interval for the timer: its first tick comes at once. | a_copy_that_comes_in_time_is_returned_at_once: "while there was patience left" | when_the_patience_is_over_the_answer_is_none_at_once: "It took 0 s" | giving_up_breaks_off_the_download: "piraeus was cancelled at 0 s"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::interval;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut over = interval(patience);
    tokio::select! {
        biased;
        copy = m.download() => Some(copy),
        _ = over.tick() => None,
    }
}
