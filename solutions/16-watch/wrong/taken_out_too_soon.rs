//! Takes the next setting out of its place before it knows whether the lamps are at rest. | of_all_changes_during_a_move_only_the_last_is_applied: "The last setting of the desk was never applied" | a_change_just_before_the_desk_is_closed_is_applied: "The last setting of the desk was never applied" | it_returns_what_was_applied_in_order: "the promise is"

pub mod given;

use futures::future::{Either, pending};
use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    let (mut next, mut open) = (Some(rx.borrow_and_update().clone()), true);
    let mut rest = Either::Left(pending());
    let mut resting = true;
    loop {
        if let (true, Some(config)) = (resting, next.take()) {
            applied.push(config.clone());
            rest = Either::Right(Box::pin(async move { move_lamps(&config).await }));
            resting = false;
        }
        if resting && !open {
            return applied;
        }
        tokio::select! {
            () = &mut rest, if !resting => resting = true,
            changed = rx.changed(), if open => match changed {
                Ok(()) if resting => next = Some(rx.borrow().clone()),
                Ok(()) => next = Some(rx.borrow().clone()),
                Err(_) => open = false,
            },
        }
    }
}
