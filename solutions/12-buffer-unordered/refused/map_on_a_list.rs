//! Calls `map` on the list itself. | iterator-first: "turned into an iterator first"

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Status, Url};

async fn check(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        given::report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.map(|url| url.not_checked());
    }
    stream::iter(urls).map(check).buffer_unordered(at_once).collect().await
}
