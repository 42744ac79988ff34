//! Throws away blanks at both ends of the text. | all_of_this_holds_for_whatever_is_typed: "the promise is"

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::pin::pin;
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
        let mut search = pin!(index.search(text.trim()));
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
