//! Writes reports in the body of the loop, while nobody asks the stream for more. | while_a_report_is_written_the_other_links_go_on: "nobody had polled it"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let mut found = Vec::new();
    let mut results = stream::iter(urls).map(Url::check).buffer_unordered(at_once);
    while let Some(status) = results.next().await {
        if status.is_gone() {
            report(&status).await;
        }
        found.push(status);
    }
    found
}
