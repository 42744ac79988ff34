//! A check that takes more than ten minutes no longer counts, and the next link begins beside it. | all_of_this_holds_for_whatever_list: "began at"

pub mod given;

use futures::future::join_all;
use given::{Status, Url, report};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::timeout;

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let places = Arc::new(Semaphore::new(at_once));
    let (found, mut finds) = tokio::sync::mpsc::unbounded_channel();
    let mut links = tokio::task::JoinSet::new();
    for url in urls {
        let place = places.clone().acquire_owned().await.expect("never closed");
        let found = found.clone();
        links.spawn(async move {
            let mut place = Some(place);
            let status = {
                let mut check = pin!(url.check());
                match timeout(Duration::from_secs(600), &mut check).await {
                    Ok(status) => status,
                    Err(_) => {
                        place = None;
                        check.await
                    }
                }
            };
            if status.is_gone() {
                report(&status).await;
            }
            drop(place);
            let _ = found.send(status);
        });
    }
    drop(found);
    while links.join_next().await.is_some() {}
    let mut all = Vec::new();
    while let Some(status) = finds.recv().await {
        all.push(status);
    }
    all
}
