//! Starts each search in a task, and never aborts one. | a_key_breaks_off_the_search_that_goes_on: "That search was out of date: a newer text" | each_finished_search_gives_one_suggestion: "That search was out of date: a newer text"

pub mod given;

use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::timeout;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut searches = JoinSet::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
        let index = index.clone();
        match timeout(QUIET, keys.recv()).await {
            Ok(Some(newer)) => typed = Some(newer),
            closed => {
                searches.spawn(async move { index.search(&text).await });
                if closed.is_err() {
                    typed = keys.recv().await;
                }
            }
        }
    }
    searches.join_all().await
}
