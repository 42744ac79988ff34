//! Takes the number for a byte, so that 257 is 1. | all_of_this_holds_for_whatever_list: "began at"

pub mod given;

use given::{Status, Url, report};

use futures::{StreamExt, stream};

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
    stream::iter(urls)
        .map(handle)
        .buffer_unordered(usize::from((at_once - 1) as u8) + 1)
        .collect()
        .await
}
