//! Reads a method like a field. | method-not-called: "a method, not a field"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    stream::iter(urls)
        .map(|u| async move {
            let s = u.check().await;
            if s.is_gone {
                report(&s).await;
            }
            s
        })
        .buffer_unordered(at_once)
        .collect()
        .await
}
