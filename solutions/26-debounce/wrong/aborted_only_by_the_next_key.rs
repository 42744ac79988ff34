//! Aborts the task of a search at the next key, but not when the call is dropped. | all_of_this_holds_for_whatever_is_typed: "It did not wait for search for"

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
                Some(newer) => {
                    search.abort();
                    let _ = search.await;
                    typed = Some(newer);
                }
                None => found.extend(search.await),
            },
        }
    }
    found
}
