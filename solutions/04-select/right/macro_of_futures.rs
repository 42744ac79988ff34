//! futures' own select! macro, with a loop that goes on until there is an answer.

pub mod given;

use futures::future::FutureExt;
use given::Mirror;
use std::pin::pin;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval, sleep};

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (mut a, mut b) = (pin!(a.download().fuse()), pin!(b.download().fuse()));
    futures::select! {
        copy = a => copy,
        copy = b => copy,
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut download = pin!(m.download());
    let mut over = pin!(sleep(patience));
    let mut progress = interval(Duration::from_secs(60));
    progress.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            copy = &mut download => return Some(copy),
            () = &mut over => return None,
            _ = progress.tick() => {}
        }
    }
}
