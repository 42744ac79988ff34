//! Makes a FuturesUnordered of everything, without a limit. | never_are_more_links_in_hand_than_may_be_at_once: "6 links were in hand" | three_one_two_and_one_second_take_four_with_two_at_once: "Every check began at the start"

pub mod given;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
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
    urls.into_iter().map(deal_with).collect::<FuturesUnordered<_>>().collect().await
}
