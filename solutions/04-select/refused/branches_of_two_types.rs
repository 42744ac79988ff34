//! One branch of `select!` gives a String and the other an Option. | option-expected: "An Option is expected here: wrap"
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
    tokio::select! {
        copy = m.download() => copy,
        _ = sleep(patience) => None,
    }
}
