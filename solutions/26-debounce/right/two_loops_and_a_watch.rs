//! One loop keeps the newest text that has had its quiet in a watch; the other searches, until a key comes.

pub mod given;

use futures::future::join;
use given::{Index, QUIET, Suggestion};
use std::pin::pin;
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

enum Field {
    Typing,
    Quiet(String),
}

pub async fn suggest(mut keys: mpsc::Receiver<String>, index: &Index) -> Vec<Suggestion> {
    let (field, mut seen) = watch::channel(Field::Typing);
    let typist = async move {
        let mut typed = keys.recv().await;
        while let Some(text) = typed {
            field.send_replace(Field::Typing);
            match timeout(QUIET, keys.recv()).await {
                Ok(Some(newer)) => typed = Some(newer),
                Ok(None) => {
                    field.send_replace(Field::Quiet(text));
                    break;
                }
                Err(_) => {
                    field.send_replace(Field::Quiet(text));
                    typed = keys.recv().await;
                }
            }
        }
    };
    let searcher = async {
        let mut found = Vec::new();
        while seen.changed().await.is_ok() {
            loop {
                let text = match &*seen.borrow_and_update() {
                    Field::Typing => break,
                    Field::Quiet(text) => text.clone(),
                };
                let mut search = pin!(index.search(&text));
                tokio::select! {
                    suggestion = &mut search => {
                        found.push(suggestion);
                        break;
                    }
                    news = seen.changed() => if news.is_err() {
                        found.push(search.await);
                        break;
                    },
                }
            }
        }
        found
    };
    join(typist, searcher).await.1
}
