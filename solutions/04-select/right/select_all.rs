//! A list of boxed futures, of which select_all takes the first.

pub mod given;

use futures::FutureExt;
use futures::future::{select_all, select_ok};
use given::Mirror;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (copy, _index, _losers) =
        select_all(vec![a.download().boxed(), b.download().boxed()]).await;
    copy
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let download = async { Ok::<_, ()>(Some(m.download().await)) };
    let timer = async {
        sleep(patience).await;
        Ok(None)
    };
    let (first, _rest) = select_ok([download.boxed(), timer.boxed()]).await.unwrap();
    first
}
