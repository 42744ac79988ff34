//! Takes whatever is ready as one chunk, and reports in the body of the loop over the chunks. | while_a_report_is_written_the_other_links_go_on: "nobody had polled it" | never_are_more_links_in_hand_than_may_be_at_once: "nobody had polled it"

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let checks = stream::iter(urls).map(Url::check).buffer_unordered(at_once);
    let mut chunks = checks.ready_chunks(at_once.min(100));
    let mut found = Vec::new();
    while let Some(chunk) = chunks.next().await {
        for status in chunk {
            if status.is_gone() {
                report(&status).await;
            }
            found.push(status);
        }
    }
    found
}
