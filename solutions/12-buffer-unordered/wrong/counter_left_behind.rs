//! Leaves a task behind that says once a second how it gets on. | nothing_is_left_running: "1 spawned task was still running"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};
use lab::SECOND;
use tokio::time::interval;

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
    tokio::spawn(async {
        let mut every_second = interval(SECOND);
        loop {
            every_second.tick().await;
            lab::say!("still checking");
        }
    });
    stream::iter(urls).map(deal_with).buffer_unordered(at_once).collect().await
}
