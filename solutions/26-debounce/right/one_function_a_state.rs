//! A function for each state: typing, searching, and no keys any more.

pub mod given;

use futures::future::{BoxFuture, FutureExt};
use given::{Index, QUIET, Suggestion};
use tokio::sync::mpsc;
use tokio::time::{Instant, timeout_at};

type Keys = mpsc::Receiver<String>;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    if let Some(text) = keys.recv().await {
        typing(keys, index, text, &mut found).await;
    }
    found
}

fn typing<'a>(
    mut keys: Keys,
    index: &'a Index,
    mut text: String,
    found: &'a mut Vec<Suggestion>,
) -> BoxFuture<'a, ()> {
    async move {
        let mut quiet = Instant::now() + QUIET;
        while let Ok(key) = timeout_at(quiet, keys.recv()).await {
            match key {
                Some(newer) => (text, quiet) = (newer, Instant::now() + QUIET),
                None => return found.push(index.search(&text).await),
            }
        }
        searching(keys, index, text, found).await;
    }
    .boxed()
}

async fn searching(mut keys: Keys, index: &Index, text: String, found: &mut Vec<Suggestion>) {
    let mut search = Some(index.search(&text).boxed());
    let newer = loop {
        match &mut search {
            Some(going) => tokio::select! {
                suggestion = going => {
                    found.push(suggestion);
                    search = None;
                }
                key = keys.recv() => match key {
                    Some(newer) => break newer,
                    None => {
                        found.extend(futures::future::OptionFuture::from(search).await);
                        return;
                    }
                },
            },
            None => match keys.recv().await {
                Some(newer) => break newer,
                None => return,
            },
        }
    };
    drop(search);
    typing(keys, index, newer, found).await;
}
