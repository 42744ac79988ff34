//! Each key aborts the task of the one before; a task waits for quiet, or for the end of typing, and searches.

pub mod given;

use given::{Index, QUIET, Suggestion};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let (typing, left) = watch::channel(());
    let mut searches = JoinSet::new();
    let mut found = Vec::new();
    loop {
        tokio::select! {
            key = keys.recv() => {
                let Some(text) = key else { break };
                searches.shutdown().await;
                let (index, mut left) = (index.clone(), left.clone());
                searches.spawn(async move {
                    // An error says that nobody types any more.
                    let _ = timeout(QUIET, left.changed()).await;
                    index.search(&text).await
                });
            }
            Some(done) = searches.join_next() => found.extend(done),
        }
    }
    drop(typing);
    while let Some(done) = searches.join_next().await {
        found.extend(done);
    }
    found
}
