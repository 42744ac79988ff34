//! Notes what is set during a move, and does not take the note back when the desk says again where the lamps are going. | all_of_this_holds_for_whatever_evening: "the promise is"
pub mod given;

use given::{Config, move_lamps};
use tokio::sync::watch;

pub async fn follow(mut rx: watch::Receiver<Config>) -> Vec<Config> {
    let mut applied = Vec::new();
    let mut next = Some(rx.borrow_and_update().clone());
    let mut open = true;
    loop {
        let Some(config) = next.take() else {
            if rx.changed().await.is_err() {
                return applied;
            }
            next = Some(rx.borrow_and_update().clone());
            continue;
        };
        let mut moving = std::pin::pin!(move_lamps(&config));
        loop {
            tokio::select! {
                biased;
                changed = rx.changed(), if open => match changed {
                    Ok(()) => {
                        let new = rx.borrow_and_update().clone();
                        if new != config {
                            next = Some(new);
                        }
                    }
                    Err(_) => open = false,
                },
                () = &mut moving => break,
            }
        }
        applied.push(config.clone());
    }
}
