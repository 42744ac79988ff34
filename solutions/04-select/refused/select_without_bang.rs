//! Calls `select` as a function. | macro-without-bang: "This is a macro"

use tokio::select;
pub mod given;
use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    select(a.download(), b.download()).await
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    tokio::time::timeout(patience, m.download()).await.ok()
}
