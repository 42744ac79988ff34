//! There is a semicolon after the `select!`, so the function gives back nothing. | semicolon: "The `;` after the last line"
pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    };
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::select! {
        copy = m.download() => Some(copy),
        _ = sleep(patience) => None,
    }
}
