//! Waits for a place by looking ten times a second. | all_of_this_holds_for_whatever_list: "the promise is"

pub mod given;

use futures::future::join_all;
use given::{Status, Url, report};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::sleep;

pub async fn check_links(links: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return links.into_iter().map(Url::not_checked).collect();
    }
    let places = Semaphore::new(at_once.min(Semaphore::MAX_PERMITS));
    join_all(links.into_iter().map(async |url| {
        let _place = loop {
            match places.try_acquire() {
                Ok(place) => break place,
                Err(_) => sleep(Duration::from_millis(100)).await,
            }
        };
        let status = url.check().await;
        if status.is_gone() {
            report(&status).await;
        }
        status
    }))
    .await
}
