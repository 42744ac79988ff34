//! Does not report a gone link that has no name. | all_of_this_holds_for_whatever_list: "report"
pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url, report};

async fn one(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() && !status.url().is_empty() {
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    stream::iter(urls).map(one).buffer_unordered(at_once).collect().await
}
