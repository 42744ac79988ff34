//! Puts JoinHandles into the buffer: the tasks have all been spawned before. | never_are_more_links_in_hand_than_may_be_at_once: "Every check began at the start" | three_one_two_and_one_second_take_four_with_two_at_once: "It took 3 s"

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
    let tasks: Vec<_> = urls.into_iter().map(|url| tokio::spawn(deal_with(url))).collect();
    stream::iter(tasks).buffer_unordered(at_once).map(Result::unwrap).collect().await
}
