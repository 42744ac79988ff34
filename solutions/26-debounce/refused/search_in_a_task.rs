//! A task borrows the index. | borrowed-in-task: "may go on after this function has ended"

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
            _ => {
                let search = tokio::spawn(async move { index.search(&text).await });
                found.extend(search.await);
            }
        }
    }
    found
}
