//! A spawned task behind a guard that aborts it when dropped.

pub mod given;

use given::Mirror;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::timeout;

struct Guarded(JoinHandle<String>);

impl Guarded {
    fn start(mirror: Mirror) -> Guarded {
        Guarded(tokio::spawn(mirror.download()))
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        self.0.abort();
    }
}

pub async fn fastest(a: Mirror, b: Mirror) -> String {
    let (mut a, mut b) = (Guarded::start(a), Guarded::start(b));
    tokio::select! {
        copy = &mut a.0 => copy.unwrap(),
        copy = &mut b.0 => copy.unwrap(),
    }
}

pub async fn fetch_or_give_up(m: Mirror, patience: Duration) -> Option<String> {
    let mut download = Guarded::start(m);
    timeout(patience, &mut download.0).await.ok().map(Result::unwrap)
}
