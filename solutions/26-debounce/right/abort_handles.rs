//! Searches are abortable futures in one set; each key aborts the newest.

pub mod given;

use futures::StreamExt;
use futures::future::{AbortHandle, abortable};
use futures::stream::FuturesUnordered;
use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::time::{Duration, sleep};

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut searches = FuturesUnordered::new();
    let mut newest: Option<AbortHandle> = None;
    let mut waiting: Option<String> = None;
    let mut found = Vec::new();
    loop {
        let pause = if waiting.is_some() { QUIET } else { Duration::MAX };
        tokio::select! {
            // In this order, no search begins or ends while keys are there to be read.
            biased;
            key = keys.recv() => {
                let Some(text) = key else { break };
                if let Some(search) = newest.take() {
                    search.abort();
                }
                // Whoever is aborted is dropped by the set, and only once it is polled.
                while let Some(Some(Err(_))) = futures::FutureExt::now_or_never(searches.next()) {}
                waiting = Some(text);
            }
            Some(done) = searches.next() => found.extend(done),
            () = sleep(pause) => {
                let text = waiting.take().expect("there is no pause without a text");
                let (search, handle) = abortable(async move { index.search(&text).await });
                searches.push(search);
                newest = Some(handle);
            }
        }
    }
    if let Some(text) = waiting {
        found.push(index.search(&text).await);
    }
    while let Some(done) = searches.next().await {
        found.extend(done);
    }
    found
}
