//! Writes a report in a `select!` with the next result: when that comes first, the report is dropped. | links_that_are_gone_are_reported_and_no_others: "`select!` drops what is not the first" | never_are_more_links_in_hand_than_may_be_at_once: "its future was dropped"

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let mut checks = stream::iter(urls).map(Url::check).buffer_unordered(at_once);
    let mut found: Vec<Status> = Vec::new();
    let mut next = checks.next().await;
    while let Some(status) = next.take() {
        if status.is_gone() {
            tokio::select! {
                () = report(&status) => next = checks.next().await,
                other = checks.next() => next = other,
            }
        } else {
            next = checks.next().await;
        }
        found.push(status);
    }
    found
}
