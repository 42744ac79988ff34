//! Takes in no more than twenty at once, whatever is allowed. | all_of_this_holds_for_whatever_list: "began at"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let work = async |url: Url| {
        let status = url.check().await;
        if status.is_gone() {
            report(&status).await;
        }
        status
    };
    stream::iter(urls).map(work).buffer_unordered(at_once.min(20)).collect().await
}
