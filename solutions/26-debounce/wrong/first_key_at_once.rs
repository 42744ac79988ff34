//! Searches for the first key at once, and waits for quiet only after that. | a_search_begins_when_nothing_was_typed_for_300_milliseconds: "A search began at the moment at which a" | while_somebody_types_nothing_is_searched: "A search began at the moment at which a" | each_finished_search_gives_one_suggestion: "A search began at the moment at which a" | the_last_text_is_searched_at_once_when_nobody_can_type_any_more: "A search began at the moment at which a"

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::time::timeout;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
        if found.is_empty() && text.chars().count() <= 1 {
            found.push(index.search(&text).await);
            typed = keys.recv().await;
            continue;
        }
        match timeout(QUIET, keys.recv()).await {
            Ok(Some(newer)) => {
                typed = Some(newer);
                continue;
            }
            Ok(None) => {
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
