//! Doesn't look at the channel while it waits, and searches though newer texts are there. | while_somebody_types_nothing_is_searched: "A search began less than 300 ms after a" | a_key_breaks_off_the_search_that_goes_on: "was cancelled at 876 ms" | the_last_text_is_searched_at_once_when_nobody_can_type_any_more: "A search began less than 300 ms after a"

pub mod given;

use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::time::sleep;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    while let Some(mut text) = keys.recv().await {
        sleep(QUIET).await;
        while let Ok(newer) = keys.try_recv() {
            text = newer;
        }
        tokio::select! {
            suggestion = index.search(&text) => found.push(suggestion),
            () = keys_come(&mut keys) => {}
        }
    }
    found
}

/// Until there is something to read.
async fn keys_come(keys: &mut mpsc::Receiver<String>) {
    while keys.is_empty() {
        if keys.is_closed() {
            std::future::pending::<()>().await;
        }
        sleep(QUIET / 100).await;
    }
}
