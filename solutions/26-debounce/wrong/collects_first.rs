//! Waits until nobody types any more, and searches for the last text. | a_search_begins_when_nothing_was_typed_for_300_milliseconds: "No search began before the channel was closed, though" | while_somebody_types_nothing_is_searched: "No search began before the channel was closed, though" | a_key_breaks_off_the_search_that_goes_on: "No search began before the channel was closed, though" | each_finished_search_gives_one_suggestion: "No search began before the channel was closed, though" | a_search_goes_on_when_nobody_can_type_any_more: "No search began before the channel was closed, though" | it_returns_when_there_is_nothing_left_to_search: "No search began before the channel was closed, though"

pub mod given;

use given::{Index, Suggestion};
use tokio::sync::mpsc;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut last = None;
    while let Some(text) = keys.recv().await {
        last = Some(text);
    }
    match last {
        Some(text) => vec![index.search(&text).await],
        None => Vec::new(),
    }
}
