//! Sits out the whole patience before it looks whether the copy is there. | a_copy_that_comes_in_time_is_returned_at_once: "Wait for whichever of the two comes first"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let download = tokio::spawn(m.download());
    sleep(patience).await;
    if download.is_finished() {
        download.await.ok()
    } else {
        download.abort();
        None
    }
}
