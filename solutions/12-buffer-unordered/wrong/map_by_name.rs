//! Keeps the results in a map by name: of two links of one name, one is lost. | all_of_this_holds_for_whatever_list: "links; the promise is"

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Status, Url, report};
use std::collections::HashMap;

async fn work(url: Url) -> Status {
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
    let by_name: HashMap<String, Status> = stream::iter(urls)
        .map(work)
        .buffer_unordered(at_once)
        .map(|status| (status.url().to_owned(), status))
        .collect()
        .await;
    by_name.into_values().collect()
}
