//! Relies on for_each_concurrent, which takes 0 for no limit. | with_none_at_once_no_page_is_visited_and_no_link_is_lost: "0 was taken for"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use std::cell::RefCell;

async fn deal_with(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    let found = RefCell::new(Vec::new());
    let work = async |url| {
        let status = deal_with(url).await;
        found.borrow_mut().push(status);
    };
    stream::iter(urls).for_each_concurrent(at_once, work).await;
    found.into_inner()
}
