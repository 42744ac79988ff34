//! # 26 · Debounce: an answer

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::time::timeout;

/// Searches `index` for what is typed, and returns the suggestions of all searches that came to their
/// end, in that order.
pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
        // Each round has a timeout of its own, so each key begins the quiet anew.
        match timeout(QUIET, keys.recv()).await {
            Ok(Some(newer)) => {
                typed = Some(newer);
                continue;
            }
            // Closed: nothing can disturb the quiet any more, and nothing the search.
            Ok(None) => {
                found.push(index.search(&text).await);
                break;
            }
            Err(_) => {}
        }

        // The search stands outside of the select!, which gets only a reference to it. So when the
        // channel is closed meanwhile, the search is still there, and can be finished.
        let mut search = pin!(index.search(&text));
        tokio::select! {
            suggestion = &mut search => {
                found.push(suggestion);
                typed = keys.recv().await;
            }
            newer = keys.recv() => match newer {
                // The end of this round drops the search, which breaks it off.
                Some(newer) => typed = Some(newer),
                None => found.push(search.await),
            }
        }
    }
    found
}
