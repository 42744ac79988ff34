//! Joins the download with its timer, so that it always takes the longer of the two. | a_copy_that_comes_in_time_is_returned_at_once: "It took 60 s" | when_the_patience_is_over_the_answer_is_none_at_once: "It took 10 s" | giving_up_breaks_off_the_download: "ran to its end at 20 s"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::{Instant, sleep};

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let began = Instant::now();
    let download = async { (m.download().await, began.elapsed()) };
    let ((copy, took), ()) = tokio::join!(download, sleep(patience));
    (took < patience).then_some(copy)
}
