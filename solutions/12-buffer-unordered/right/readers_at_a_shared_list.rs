//! As many readers as may be at once, each taking the next link from one list; one result channel.

pub mod given;

use futures::future::join_all;
use given::{Status, Url, report};
use std::cell::RefCell;
use tokio::sync::mpsc;

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
    let readers = at_once.min(urls.len());
    let list = RefCell::new(urls.into_iter());
    let (found_in, mut found_out) = mpsc::unbounded_channel();
    let reader = async |found_in: mpsc::UnboundedSender<Status>| {
        loop {
            let next = list.borrow_mut().next();
            let Some(url) = next else { return };
            found_in.send(deal_with(url).await).unwrap();
        }
    };
    join_all((0..readers).map(|_| reader(found_in.clone()))).await;
    drop(found_in);
    let mut found = Vec::new();
    while let Some(status) = found_out.recv().await {
        found.push(status);
    }
    found
}
