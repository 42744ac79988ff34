//! Begins the search again, when the channel is closed while it goes on. | a_search_goes_on_when_nobody_can_type_any_more: "There were more searches than keys: something was searched" | it_returns_when_there_is_nothing_left_to_search: "There were more searches than keys: something was searched"

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
                newer = keys.recv() => match newer {
                    Some(newer) => typed = Some(newer),
                    None => found.push(index.search(&text).await),
                },
            },
        }
    }
    found
}
