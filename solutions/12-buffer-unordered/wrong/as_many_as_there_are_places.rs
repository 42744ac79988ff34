//! Takes only as many results as there are places. | every_link_is_returned_once_and_as_it_was_found: "It returned nothing about" | links_that_are_gone_are_reported_and_no_others: "is gone and was not reported" | three_one_two_and_one_second_take_four_with_two_at_once: "It took 3 s" | when_one_is_done_with_the_next_in_the_list_begins: "birdwatch never began" | while_a_report_is_written_the_other_links_go_on: "ferries never began"

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
    stream::iter(urls).map(deal_with).buffer_unordered(at_once).take(at_once).collect().await
}
