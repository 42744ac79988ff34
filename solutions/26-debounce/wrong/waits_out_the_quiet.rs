//! Waits for the whole 300 ms, though nobody can type any more. | the_last_text_is_searched_at_once_when_nobody_can_type_any_more: "A search began 300 ms after the last key"

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout_at};

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
        let quiet = Instant::now() + QUIET;
        match timeout_at(quiet, keys.recv()).await {
            Ok(Some(newer)) => {
                typed = Some(newer);
                continue;
            }
            Ok(None) => {
                sleep_until(quiet).await;
                found.push(index.search(&text).await);
                break;
            }
            Err(_) => {}
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
