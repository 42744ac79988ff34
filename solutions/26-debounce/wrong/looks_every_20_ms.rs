//! Looks every 20 ms whether a key has come, instead of waiting for one. | the_last_text_is_searched_at_once_when_nobody_can_type_any_more: "Nothing in the timeline ended at 360 ms: what"

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TryRecvError::{Disconnected, Empty};
use tokio::time::{Duration, sleep};

const STEP: Duration = Duration::from_millis(20);

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(mut text) = typed.take() {
        let mut quiet = Duration::ZERO;
        while quiet < QUIET {
            sleep(STEP).await;
            quiet += STEP;
            match keys.try_recv() {
                Ok(newer) => (text, quiet) = (newer, Duration::ZERO),
                Err(Empty) => {}
                Err(Disconnected) => break,
            }
        }
        let mut search = pin!(index.search(&text));
        tokio::select! {
            suggestion = &mut search => {
                found.push(suggestion);
                typed = keys.recv().await;
            }
            newer = keys.recv() => match newer {
                Some(newer) => typed = Some(newer),
                None => found.push(search.await),
            },
        }
    }
    found
}
