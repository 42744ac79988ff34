//! Has every check push into one list. | captured-by-future: "The closure lends a variable to"

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    let mut found = Vec::new();
    stream::iter(urls)
        .map(|url| async {
            let status = url.check().await;
            if status.is_gone() {
                report(&status).await;
            }
            found.push(status);
        })
        .buffer_unordered(at_once)
        .collect::<Vec<()>>()
        .await;
    found
}
