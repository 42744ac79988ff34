//! select! over the move under way and the next change.

pub mod given;

use futures::future::{Either, pending};
use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    let (mut next, mut open) = (Some(rx.borrow_and_update().clone()), true);
    let mut lamps = Either::Left(pending());
    let mut resting = true;
    loop {
        if resting && let Some(config) = next.take() {
            applied.push(config.clone());
            lamps = Either::Right(Box::pin(async move { move_lamps(&config).await }));
            resting = false;
        }
        if resting && !open {
            return applied;
        }
        tokio::select! {
            () = &mut lamps, if !resting => resting = true,
            changed = rx.changed(), if open => match changed {
                Ok(()) => next = Some(rx.borrow().clone()),
                Err(_) => open = false,
            },
        }
    }
}
