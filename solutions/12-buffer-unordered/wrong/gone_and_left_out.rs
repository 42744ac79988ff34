//! Returns only the links that are fine. | every_link_is_returned_once_and_as_it_was_found: "It returned nothing about almanac"

pub mod given;

use futures::StreamExt;
use futures::stream;
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
    let results = stream::iter(urls).map(deal_with).buffer_unordered(at_once);
    results.filter(|status| std::future::ready(!status.is_gone())).collect().await
}
