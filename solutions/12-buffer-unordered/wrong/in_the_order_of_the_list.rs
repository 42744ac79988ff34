//! Uses `buffered`, where a link that is done keeps its place behind an older one. | three_one_two_and_one_second_take_four_with_two_at_once: "It took 5 s" | when_one_is_done_with_the_next_in_the_list_begins: "or all older ones" | while_a_report_is_written_the_other_links_go_on: "kept its place"

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
    stream::iter(urls).map(deal_with).buffered(at_once).collect().await
}
