//! Checks everything first and writes all reports in the end. | never_are_more_links_in_hand_than_may_be_at_once: "until its report is written" | while_a_report_is_written_the_other_links_go_on: "its report began at 6 s"

pub mod given;

use futures::future::join_all;
use futures::{StreamExt, stream};
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let found: Vec<Status> =
        stream::iter(urls).map(Url::check).buffer_unordered(at_once).collect().await;
    join_all(found.iter().filter(|status| status.is_gone()).map(report)).await;
    found
}
