//! Waits half a second before each report, in case the page comes back. | while_a_report_is_written_the_other_links_go_on: "began at"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use std::time::Duration;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let work = async |url: Url| {
        let status = url.check().await;
        if status.is_gone() {
            tokio::time::sleep(Duration::from_millis(500)).await;
            report(&status).await;
        }
        status
    };
    stream::iter(urls).map(work).buffer_unordered(at_once).collect().await
}
