//! Begins one link more than it may before it waits. | never_are_more_links_in_hand_than_may_be_at_once: "3 links were in hand" | three_one_two_and_one_second_take_four_with_two_at_once: "It took 3 s"

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
    let mut found = Vec::new();
    let mut in_hand = FuturesUnordered::new();
    for url in urls {
        in_hand.push(deal_with(url));
        if in_hand.len() > at_once {
            found.extend(in_hand.next().await);
        }
    }
    found.extend(in_hand.collect::<Vec<_>>().await);
    found
}
