//! Waits for a permit in the body of the loop, while futures in the buffer that nobody polls hold them all. | every_link_is_returned_once_and_as_it_was_found: "stands still with all that it holds" | links_that_are_gone_are_reported_and_no_others: "nobody polls it" | never_are_more_links_in_hand_than_may_be_at_once: "nobody polls it" | while_a_report_is_written_the_other_links_go_on: "nobody polls it"

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url};
use tokio::sync::Semaphore;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let hands = &Semaphore::new(at_once);
    let mut found = Vec::new();
    let checks = stream::iter(urls).map(|url| async move {
        let _hand = hands.acquire().await.unwrap();
        url.check().await
    });
    let mut checks = checks.buffer_unordered(64);
    while let Some(status) = checks.next().await {
        if status.is_gone() {
            let _hand = hands.acquire().await.unwrap();
            given::report(&status).await;
        }
        found.push(status);
    }
    found
}
