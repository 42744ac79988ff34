//! Gives up on a page after a minute, and loses the link with it. | all_of_this_holds_for_whatever_list: "was cancelled at 60 s"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use std::time::Duration;
use tokio::time::timeout;

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
    stream::iter(urls)
        .map(|url| timeout(Duration::from_secs(60), deal_with(url)))
        .buffer_unordered(at_once)
        .filter_map(async |done| done.ok())
        .collect()
        .await
}
