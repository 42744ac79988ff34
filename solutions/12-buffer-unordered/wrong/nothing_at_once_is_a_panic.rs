//! Panics when nothing may be checked. | with_none_at_once_no_page_is_visited_and_no_link_is_lost: "It panicked"

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
    assert!(at_once > 0, "nothing can be checked with 0 at once");
    stream::iter(urls).map(deal_with).buffer_unordered(at_once).collect().await
}
