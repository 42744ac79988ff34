//! Makes the timer anew in each turn of a loop, so that it never ends. | when_the_patience_is_over_the_answer_is_none_at_once: "Nothing ended it when the patience was over" | giving_up_breaks_off_the_download: "ran to its end at 20 s"

pub mod given;

use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut download = Box::pin(m.download());
    loop {
        tokio::select! {
            copy = &mut download => return Some(copy),
            () = tokio::time::sleep(patience) => return None,
            () = tokio::time::sleep(lab::SECOND) => lab::say!("still waiting ..."),
        }
    }
}
