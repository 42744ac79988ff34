//! A task for each link, spawned with its permit; awaited from last to first.

pub mod given;

use given::{Status, Url, report};
use std::sync::Arc;
use tokio::sync::Semaphore;

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
    let places = Arc::new(Semaphore::new(at_once));
    let mut tasks = Vec::new();
    for url in urls {
        let place = places.clone().acquire_owned().await.unwrap();
        tasks.push(tokio::spawn(async move {
            let _place = place;
            deal_with(url).await
        }));
    }
    let mut found = Vec::new();
    while let Some(task) = tasks.pop() {
        found.push(task.await.unwrap());
    }
    found
}
