//! Gives each report no more than a second. | links_that_are_gone_are_reported_and_no_others: "was not written to its end"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use lab::SECOND;
use tokio::time::timeout;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let work = async |url: Url| {
        let status = url.check().await;
        if status.is_gone() {
            let _ = timeout(SECOND, report(&status)).await;
        }
        status
    };
    stream::iter(urls).map(work).buffer_unordered(at_once).collect().await
}
