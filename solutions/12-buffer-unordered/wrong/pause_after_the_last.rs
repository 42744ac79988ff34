//! Waits half a second in the end, in case something is still to come. | three_one_two_and_one_second_take_four_with_two_at_once: "It took 4.5 s"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use lab::SECOND;
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
    let found = stream::iter(urls).map(deal_with).buffer_unordered(at_once).collect().await;
    sleep(SECOND / 2).await;
    found
}
