//! Gives every text its quiet and its search, one after the other. | while_somebody_types_nothing_is_searched: "That search was out of date: a newer text" | a_key_breaks_off_the_search_that_goes_on: "That search was out of date: a newer text" | each_finished_search_gives_one_suggestion: "That search was out of date: a newer text" | the_last_text_is_searched_at_once_when_nobody_can_type_any_more: "A search began less than 300 ms after a"

pub mod given;

use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::time::sleep;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    while let Some(text) = keys.recv().await {
        sleep(QUIET).await;
        found.push(index.search(&text).await);
    }
    found
}
