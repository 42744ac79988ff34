//! Aborts a handle that `select!` has taken. | handle-used-twice: "Lend it to `select!`"

pub mod given;

use given::Mirror;
use std::time::Duration;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let x = tokio::spawn(a.download());
    let y = tokio::spawn(b.download());
    tokio::select! {
        copy = x => {
            y.abort();
            copy.unwrap()
        }
        copy = y => {
            x.abort();
            copy.unwrap()
        }
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    None
}
