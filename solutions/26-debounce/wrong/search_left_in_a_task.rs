//! Has each search in a task, and lets go of its handle when a key comes. | a_key_breaks_off_the_search_that_goes_on: "That search was out of date: a newer text"

pub mod given;

use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::time::timeout;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
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
        let index = index.clone();
        let mut search = tokio::spawn(async move { index.search(&text).await });
        tokio::select! {
            suggestion = &mut search => {
                found.extend(suggestion);
                typed = keys.recv().await;
            }
            newer = keys.recv() => match newer {
                Some(newer) => typed = Some(newer),
                None => found.extend(search.await),
            },
        }
    }
    found
}
