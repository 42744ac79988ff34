//! Has a task count the keys, and leaves it behind. | nothing_is_left_running: "1 spawned task was still running"

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let (count, mut counted) = watch::channel(0);
    tokio::spawn(async move {
        // It waits for a number that never comes.
        let _ = counted.wait_for(|count| *count == usize::MAX).await;
    });
    // Held for ever, so that the counter never ends.
    std::mem::forget(count.clone());
    let mut found = Vec::new();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
        count.send_modify(|count| *count += 1);
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
                Some(newer) => typed = Some(newer),
                None => found.push(search.await),
            },
        }
    }
    found
}
