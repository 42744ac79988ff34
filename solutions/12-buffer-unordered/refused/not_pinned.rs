//! Asks a stream for its next item that is not pinned. | not-pinned: "A future has to stay in"

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, _at_once: usize) -> Vec<Status> {
    let mut checks = stream::iter(urls).then(|url| async move { url.check().await });
    let mut found = Vec::new();
    while let Some(status) = checks.next().await {
        if status.is_gone() {
            report(&status).await;
        }
        found.push(status);
    }
    found
}
