//! Counts the patience in milliseconds of 32 bits. | all_of_this_holds_for_whatever_race: "the promise is that it is done at"

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
    let millis = patience.as_millis() as u32;
    tokio::time::timeout(Duration::from_millis(millis.into()), m.download()).await.ok()
}
