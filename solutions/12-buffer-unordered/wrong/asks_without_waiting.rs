//! Asks the stream over and over whether there is something, without ever waiting. | every_link_is_returned_once_and_as_it_was_found: "This is spinning" | links_that_are_gone_are_reported_and_no_others: "This is spinning" | never_are_more_links_in_hand_than_may_be_at_once: "This is spinning" | nothing_is_left_running: "This is spinning" | three_one_two_and_one_second_take_four_with_two_at_once: "This is spinning" | when_one_is_done_with_the_next_in_the_list_begins: "This is spinning" | while_a_report_is_written_the_other_links_go_on: "This is spinning"

pub mod given;

use futures::{FutureExt, StreamExt, stream};
use given::{Status, Url, report};
use std::pin::pin;
use tokio::task::yield_now;

async fn deal_with(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let mut found = Vec::new();
    let mut results = pin!(stream::iter(urls).map(deal_with).buffer_unordered(at_once));
    loop {
        match results.next().now_or_never() {
            Some(Some(status)) => found.push(status),
            Some(None) => return found,
            None => yield_now().await,
        }
    }
}
