//! for_each_concurrent, where the body is what runs concurrently. It takes 0 for no limit, so 0 needs
//! a line of its own all the same.

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use std::cell::RefCell;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let found = RefCell::new(Vec::new());
    stream::iter(urls)
        .for_each_concurrent(at_once, async |url| {
            let status = url.check().await;
            if status.is_gone() {
                report(&status).await;
            }
            found.borrow_mut().push(status);
        })
        .await;
    found.into_inner()
}
