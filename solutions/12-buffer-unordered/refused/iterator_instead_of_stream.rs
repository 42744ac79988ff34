//! `buffer_unordered` is called on an iterator, which is no stream. | iterator-for-stream: "This is an iterator, and the"
pub mod given;

use futures::StreamExt;
use given::{Status, Url};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(|url| url.not_checked()).collect();
    }
    urls.into_iter()
        .map(|url| async move {
            let status = url.check().await;
            if status.is_gone() {
                given::report(&status).await;
            }
            status
        })
        .buffer_unordered(at_once)
        .collect()
        .await
}
