//! Reports the links that are fine as well. | links_that_are_gone_are_reported_and_no_others: "knows whether there is anything to report" | three_one_two_and_one_second_take_four_with_two_at_once: "It took" | when_one_is_done_with_the_next_in_the_list_begins: "began at" | while_a_report_is_written_the_other_links_go_on: "began at"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let work = async |url: Url| {
        let status = url.check().await;
        report(&status).await;
        status
    };
    stream::iter(urls).map(work).buffer_unordered(at_once).collect().await
}
