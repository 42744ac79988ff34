//! Counts the patience in whole seconds. | when_the_patience_is_over_the_answer_is_none_at_once: "while there was patience left"

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::time::timeout;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    tokio::select! {
        copy = a.download() => copy,
        copy = b.download() => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    timeout(Duration::from_secs(patience.as_secs()), m.download()).await.ok()
}
