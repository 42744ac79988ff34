//! The result of the timeout is taken for the key. | timeout-result: "`timeout` gives a Result"

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
            Some(newer) => {
                typed = Some(newer);
                continue;
            }
            None => {
                found.push(index.search(&text).await);
                break;
            }
        }
        let mut search = pin!(index.search(&text));
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
