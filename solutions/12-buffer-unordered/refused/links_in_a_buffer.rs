//! Buffers links instead of what is to be done for them. | value-for-future: "this is an ordinary value"

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls)
        .buffer_unordered(at_once)
        .map(|url| async move {
            let status = url.check().await;
            if status.is_gone() {
                report(&status).await;
            }
            status
        })
        .collect()
        .await
}
