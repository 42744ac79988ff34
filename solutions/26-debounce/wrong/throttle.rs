//! Waits 300 ms after the first key of a word, and takes whatever is there then. | while_somebody_types_nothing_is_searched: "A search began less than 300 ms after a" | the_last_text_is_searched_at_once_when_nobody_can_type_any_more: "A search began less than 300 ms after a"

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(mut text) = typed.take() {
        let due = Instant::now() + QUIET;
        loop {
            match timeout_at(due, keys.recv()).await {
                Ok(Some(newer)) => text = newer,
                Ok(None) => {
                    found.push(index.search(&text).await);
                    return found;
                }
                Err(_) => break,
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
