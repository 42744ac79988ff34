//! A JoinSet with as many tasks as may be at once; each that ends makes room for one more.

pub mod given;

use given::{Status, Url, report};
use tokio::task::JoinSet;

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
    let mut waiting = urls.into_iter();
    let mut tasks = JoinSet::new();
    for url in waiting.by_ref().take(at_once) {
        tasks.spawn(deal_with(url));
    }
    let mut found = Vec::new();
    while let Some(done) = tasks.join_next().await {
        found.push(done.expect("no check panics"));
        if let Some(url) = waiting.next() {
            tasks.spawn(deal_with(url));
        }
    }
    found
}
