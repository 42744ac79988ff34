//! A task drains the stream into a small channel, so that a slow reader could not hold it up at once.

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use tokio::sync::mpsc;
use tokio::task::yield_now;

async fn deal_with(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let (found_in, mut found_out) = mpsc::channel(1);
    let drain = tokio::spawn(async move {
        let mut results = stream::iter(urls).map(deal_with).buffer_unordered(at_once);
        while let Some(status) = results.next().await {
            if found_in.send(status).await.is_err() {
                return;
            }
        }
    });
    let mut found = Vec::new();
    while let Some(status) = found_out.recv().await {
        yield_now().await;
        found.push(status);
    }
    drain.await.unwrap();
    found
}
