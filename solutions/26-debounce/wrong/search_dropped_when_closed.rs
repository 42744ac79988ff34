//! Has the search inside of the `select!`, which drops it when the channel is closed. | a_search_goes_on_when_nobody_can_type_any_more: "The search was broken off when the channel was" | it_returns_when_there_is_nothing_left_to_search: "The search was broken off when the channel was"

pub mod given;

use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::time::timeout;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
        match timeout(QUIET, keys.recv()).await {
            Ok(Some(newer)) => typed = Some(newer),
            Ok(None) => found.push(index.search(&text).await),
            Err(_) => tokio::select! {
                suggestion = index.search(&text) => {
                    found.push(suggestion);
                    typed = keys.recv().await;
                }
                newer = keys.recv() => typed = newer,
            },
        }
    }
    found
}
