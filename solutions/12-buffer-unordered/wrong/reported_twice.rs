//! Reports what is gone once with the check, and once more in the end, to be sure. | links_that_are_gone_are_reported_and_no_others: "was reported 2 times" | never_are_more_links_in_hand_than_may_be_at_once: "links were in hand"

pub mod given;

use futures::StreamExt;
use futures::future::join_all;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let work = async |url: Url| {
        let status = url.check().await;
        if status.is_gone() {
            report(&status).await;
        }
        status
    };
    let found: Vec<Status> = stream::iter(urls).map(work).buffer_unordered(at_once).collect().await;
    join_all(found.iter().filter(|status| status.is_gone()).map(report)).await;
    found
}
