//! Futures made and passed on by hand: first a move, then a wait, then a move.

pub mod given;

use futures::FutureExt;
use futures::future::BoxFuture;
use given::{Config, move_lamps};
use tokio::sync::watch;

enum Now {
    Moving(Config),
    AtRest,
}

fn next(mut rx: watch::Receiver<Config>, now: Now) -> BoxFuture<'static, Vec<Config>> {
    match now {
        Now::Moving(config) => async move {
            move_lamps(&config).await;
            let mut applied = vec![config];
            applied.extend(next(rx, Now::AtRest).await);
            applied
        }
        .boxed(),
        Now::AtRest => async move {
            match rx.changed().await {
                Ok(()) => {
                    let config = rx.borrow_and_update().clone();
                    next(rx, Now::Moving(config)).await
                }
                Err(_) => Vec::new(),
            }
        }
        .boxed(),
    }
}

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let first = rx.borrow_and_update().clone();
    next(rx, Now::Moving(first)).await
}
