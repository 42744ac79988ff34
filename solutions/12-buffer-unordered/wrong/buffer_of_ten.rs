//! Has a buffer of ten, whatever is allowed. | never_are_more_links_in_hand_than_may_be_at_once: "no more than 2" | three_one_two_and_one_second_take_four_with_two_at_once: "Every check began at the start"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

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
    stream::iter(urls).map(deal_with).buffer_unordered(10).collect().await
}
