//! Forgets the reports. | links_that_are_gone_are_reported_and_no_others: "is gone and was not reported"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls).map(Url::check).buffer_unordered(at_once).collect().await
}
