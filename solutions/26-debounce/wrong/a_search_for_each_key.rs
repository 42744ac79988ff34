//! Searches at each key, and breaks off the search before it. | a_search_begins_when_nothing_was_typed_for_300_milliseconds: "A search began at the moment at which a" | while_somebody_types_nothing_is_searched: "A search began at the moment at which a" | a_key_breaks_off_the_search_that_goes_on: "A search began at the moment at which a" | the_last_text_is_searched_at_once_when_nobody_can_type_any_more: "A search began at the moment at which a" | a_search_goes_on_when_nobody_can_type_any_more: "A search began at the moment at which a" | it_returns_when_there_is_nothing_left_to_search: "A search began at the moment at which a"

pub mod given;

use given::{Index, Suggestion};
use std::pin::pin;
use tokio::sync::mpsc;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
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
