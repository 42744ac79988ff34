//! Returns what `timeout` gives where an Option is promised. | timeout-result: "`timeout` gives a Result"

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
    tokio::time::timeout(patience, m.download()).await
}
