//! futures' own `select!`, with futures that know when they are done.

pub mod given;

use futures::future::{Fuse, FutureExt};
use futures::select_biased;
use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::mpsc;
use tokio::time::sleep;

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let mut found = Vec::new();
    let mut text = String::new();
    let mut pause = pin!(Fuse::terminated());
    let mut search = pin!(Fuse::terminated());
    loop {
        select_biased! {
            key = keys.recv().fuse() => match key {
                Some(newer) => {
                    search.set(Fuse::terminated());
                    text = newer;
                    pause.set(sleep(QUIET).fuse());
                }
                None => break,
            },
            () = pause => {
                let text = text.clone();
                search.set(async move { index.search(&text).await }.fuse());
            }
            suggestion = search => found.push(suggestion),
        }
    }
    use futures::future::FusedFuture;
    if !pause.is_terminated() {
        found.push(index.search(&text).await);
    } else if !search.is_terminated() {
        found.push(search.await);
    }
    found
}
