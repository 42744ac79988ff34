//! Remembers on this thread what a call searched last, and the next call doesn't search for it again. | all_of_this_holds_for_whatever_is_typed: "This call started with state from the call before"

pub mod given;

use given::{Index, QUIET, Suggestion};
use std::cell::RefCell;
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::time::timeout;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut known = LAST.take();
    let mut typed = keys.recv().await;
    while let Some(text) = typed.take() {
        if known.take().is_some_and(|known| known == text) {
            typed = keys.recv().await;
            continue;
        }
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
    LAST.set(found.last().map(|it: &Suggestion| it.text().to_owned()));
    found
}
