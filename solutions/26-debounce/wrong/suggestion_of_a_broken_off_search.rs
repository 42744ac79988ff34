//! Makes the search of the old text part of the new one: awaits it before the quiet begins. | a_key_breaks_off_the_search_that_goes_on: "That search was out of date: a newer text" | each_finished_search_gives_one_suggestion: "That search was out of date: a newer text"

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
        let mut search = pin!(index.search(&text));
        tokio::select! {
            suggestion = &mut search => {
                found.push(suggestion);
                typed = keys.recv().await;
            }
            newer = keys.recv() => match newer {
                Some(newer) => {
                    let _ = search.await;
                    typed = Some(newer);
                },
                None => found.push(search.await),
            },
        }
    }
    found
}
