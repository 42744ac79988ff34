//! Returns the name of the winner, not what it sent. | the_first_copy_to_arrive_is_returned_from_either_side: "It returned "

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (a_name, b_name) = (a.name().to_owned(), b.name().to_owned());
    tokio::select! {
        _ = a.download() => a_name,
        _ = b.download() => b_name,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(patience, m.download()).await.ok()
}
