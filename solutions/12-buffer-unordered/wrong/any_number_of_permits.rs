//! Makes a semaphore with as many permits as somebody typed, and there is a most. | all_of_this_holds_for_whatever_list: "may not have more than MAX_PERMITS permits"

pub mod given;

use given::{Status, Url, report};

use futures::future::join_all;
use tokio::sync::Semaphore;

async fn handle(url: Url) -> Status {
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
    let places = Semaphore::new(at_once);
    join_all(urls.into_iter().map(|url| async {
        let _place = places.acquire().await;
        handle(url).await
    }))
    .await
}
