//! Rests a little after each result, in the body of the loop. | three_one_two_and_one_second_take_four_with_two_at_once: "was under way, and still it waited" | when_one_is_done_with_the_next_in_the_list_begins: "began at 1.25 s" | while_a_report_is_written_the_other_links_go_on: "began at 2.25 s"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use lab::SECOND;
use std::pin::pin;
use tokio::time::sleep;

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
    while let Some(status) = results.next().await {
        found.push(status);
        sleep(SECOND / 4).await;
    }
    found
}
