//! Does not think of 0: a buffer without room waits for ever. | with_none_at_once_no_page_is_visited_and_no_link_is_lost: "A buffer with room for nothing takes nothing in"

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
    stream::iter(urls).map(deal_with).buffer_unordered(at_once).collect().await
}
