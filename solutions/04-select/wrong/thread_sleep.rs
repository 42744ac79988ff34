//! Sleeps away the patience and more, on the thread that should be downloading. | a_copy_that_comes_in_time_is_returned_at_once: "std::thread::sleep" | a_copy_that_came_in_time_leaves_no_timer_running: "The thread was blocked" | when_the_patience_is_over_the_answer_is_none_at_once: "only at an .await" | giving_up_breaks_off_the_download: "The thread was blocked"

pub mod given;

use given::Mirror;
use std::thread;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::select! {
        copy = m.download() => Some(copy),
        () = async { thread::sleep(patience + Duration::from_secs(10)) } => None,
    }
}
