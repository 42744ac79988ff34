//! After a hundred links in a row that are gone, takes the router for broken, and doesn't check the rest. | all_of_this_holds_for_whatever_list: "did not begin"

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Status, Url, report};
use std::cell::Cell;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let in_a_row = &Cell::new(0u32);
    stream::iter(urls)
        .map(|url| async move {
            if in_a_row.get() >= 100 {
                return url.not_checked();
            }
            let status = url.check().await;
            if status.is_gone() {
                in_a_row.set(in_a_row.get() + 1);
                report(&status).await;
            } else {
                in_a_row.set(0);
            }
            status
        })
        .buffer_unordered(at_once)
        .collect()
        .await
}
