//! FuturesUnordered, filled and topped up by hand.

pub mod given;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use given::{Status, Url, report};

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
    let mut waiting = urls.into_iter().map(deal_with);
    let mut in_hand = FuturesUnordered::from_iter(waiting.by_ref().take(at_once));
    let mut found = Vec::new();
    while let Some(status) = in_hand.next().await {
        found.push(status);
        in_hand.extend(waiting.next());
    }
    found
}
