//! A static semaphore for the reports, which all lists share. | all_of_this_holds_for_whatever_list: "began at"

pub mod given;

use given::{Status, Url, report};

use futures::{StreamExt, stream};
use tokio::sync::Semaphore;

static PRINTERS: Semaphore = Semaphore::const_new(16);

async fn handle(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        let _printer = PRINTERS.acquire().await;
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls).map(handle).buffer_unordered(at_once).collect().await
}
