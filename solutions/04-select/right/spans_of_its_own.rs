//! select_ok and select_all, with spans and lines of its own.

pub mod given;
use futures::FutureExt;
use futures::future::{select_all, select_ok};
use given::Mirror;
use std::time::Duration;
pub async fn fastest(a: Mirror, b: Mirror) -> String {
    lab::say!("racing {} against {}", a.name(), b.name());
    lab::span("race", async {
        let runners = [a, b].map(|m| m.download().map(Ok::<_, std::convert::Infallible>).boxed());
        match select_ok(runners).await {
            Ok((copy, losers)) => {
                drop(losers);
                copy
            }
            Err(never) => match never {},
        }
    })
    .await
}
pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    println!("{}: {patience:?} at most", m.name());
    let runners =
        [m.download().map(Some).boxed(), tokio::time::sleep(patience).map(|()| None).boxed()];
    let (first, _, losers) = select_all(runners).await;
    drop(losers);
    first
}
