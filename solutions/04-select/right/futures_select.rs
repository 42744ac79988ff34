//! futures' own select function: the loser is handed back, and dropped.

pub mod given;

use futures::future::{Either, select};
use given::Mirror;
use std::pin::pin;
use std::time::Duration;
use tokio::time::sleep;

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    match select(pin!(a.download()), pin!(b.download())).await {
        Either::Left((copy, _loser)) => copy,
        Either::Right((copy, _loser)) => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    match select(pin!(m.download()), pin!(sleep(patience))).await {
        Either::Left((copy, _timer)) => Some(copy),
        Either::Right(((), _download)) => None,
    }
}
