//! Writes reports in a later step of the stream, with `then`. | while_a_report_is_written_the_other_links_go_on: "or a later step"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls)
        .map(Url::check)
        .buffer_unordered(at_once)
        .then(async |status| {
            if status.is_gone() {
                report(&status).await;
            }
            status
        })
        .collect()
        .await
}
