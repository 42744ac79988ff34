//! Gives the reports a buffer of their own, so that their links give up their places too soon. | never_are_more_links_in_hand_than_may_be_at_once: "or a later step"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls)
        .map(Url::check)
        .buffer_unordered(at_once)
        .map(async |status| {
            if status.is_gone() {
                report(&status).await;
            }
            status
        })
        .buffer_unordered(at_once)
        .collect()
        .await
}
