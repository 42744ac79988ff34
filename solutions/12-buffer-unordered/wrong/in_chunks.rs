//! Cuts the list into groups and waits for each group as a whole. | three_one_two_and_one_second_take_four_with_two_at_once: "all of its group" | when_one_is_done_with_the_next_in_the_list_begins: "makes room for the next" | while_a_report_is_written_the_other_links_go_on: "makes room for the next"

pub mod given;

use futures::future::join_all;
use futures::{StreamExt, stream};
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
    stream::iter(urls)
        .chunks(at_once)
        .then(|group| join_all(group.into_iter().map(deal_with)))
        .flat_map(stream::iter)
        .collect()
        .await
}
