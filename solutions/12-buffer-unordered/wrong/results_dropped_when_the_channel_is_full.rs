//! Hands results to a channel of 32 with try_send, which drops what does not fit. | all_of_this_holds_for_whatever_list: "It returned 32 links"

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Status, Url, report};
use tokio::sync::mpsc;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let (tx, mut rx) = mpsc::channel(32);
    stream::iter(urls)
        .for_each_concurrent(at_once, |url| {
            let tx = tx.clone();
            async move {
                let status = url.check().await;
                if status.is_gone() {
                    report(&status).await;
                }
                let _ = tx.try_send(status);
            }
        })
        .await;
    drop(tx);
    let mut found = Vec::new();
    while let Some(status) = rx.recv().await {
        found.push(status);
    }
    found
}
