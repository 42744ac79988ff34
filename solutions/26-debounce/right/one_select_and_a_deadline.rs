//! One `select!` over keys, a deadline and the search that goes on.

pub mod given;

use futures::future::{BoxFuture, FutureExt};
use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut waiting: Option<(String, Instant)> = None;
    let mut search: Option<BoxFuture<'_, Suggestion>> = None;
    let mut open = true;
    while open || waiting.is_some() || search.is_some() {
        let due = waiting.as_ref().map_or_else(Instant::now, |(_, due)| *due);
        tokio::select! {
            key = keys.recv(), if open => match key {
                Some(text) => {
                    search = None;
                    waiting = Some((text, Instant::now() + QUIET));
                }
                None => {
                    open = false;
                    if let Some((_, due)) = &mut waiting {
                        *due = Instant::now();
                    }
                }
            },
            () = sleep_until(due), if waiting.is_some() => {
                let text = waiting.take().expect("looked at just now").0;
                search = Some(async move { index.search(&text).await }.boxed());
            }
            suggestion = async { search.as_mut().expect("looked at just now").await }, if search.is_some() => {
                search = None;
                found.push(suggestion);
            }
        }
    }
    found
}
