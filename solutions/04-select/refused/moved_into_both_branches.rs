//! Uses the mirror in one branch and its name in the other. | moved-into-task: "The async block or closure took"

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
    let download = async move { m.download().await };
    tokio::select! {
        copy = download => Some(copy),
        _ = tokio::time::sleep(patience) => {
            println!("gave up on {}", m.name());
            None
        }
    }
}
