//! Sleeps a little on the thread before each report. | all_of_this_holds_for_whatever_list: "The thread that runs all tasks was blocked"

pub mod given;

use given::{Status, Url, report};

use futures::{StreamExt, stream};

async fn handle(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        std::thread::sleep(std::time::Duration::from_millis(3));
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
