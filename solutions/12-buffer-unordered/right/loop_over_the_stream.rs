//! The stream by hand: a loop that asks for the next result, and a body that never waits.

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use std::pin::pin;

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
    let mut found = Vec::with_capacity(urls.len());
    let mut results = pin!(stream::iter(urls.into_iter().map(deal_with)).buffer_unordered(at_once));
    while let Some(status) = results.next().await {
        // Nothing moves in here: the stream is asked again only when the body is through.
        found.push(status);
    }
    found
}
