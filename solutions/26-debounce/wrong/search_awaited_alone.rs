//! Awaits each search to its end, and looks at the channel only after that. | a_key_breaks_off_the_search_that_goes_on: "That search was out of date: a newer text" | each_finished_search_gives_one_suggestion: "That search was out of date: a newer text"

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
            Err(_) => {
                found.push(index.search(&text).await);
                typed = keys.recv().await;
            }
        }
    }
    found
}
