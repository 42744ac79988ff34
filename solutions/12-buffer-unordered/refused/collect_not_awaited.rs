//! The `collect` of a stream is a future, and it is returned without being awaited. | not-awaited: "Calling an `async fn` only creates"
pub mod given;

use futures::stream::{self, StreamExt};
use given::{Status, Url};

async fn handle(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        given::report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls).map(handle).buffer_unordered(at_once).collect()
}
