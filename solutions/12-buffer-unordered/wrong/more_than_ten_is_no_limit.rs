//! Takes any limit of more than ten for none at all. | never_are_more_links_in_hand_than_may_be_at_once: "Every check began at the start"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let room = if at_once > 10 { urls.len() } else { at_once };
    let work = async |url: Url| {
        let status = url.check().await;
        if status.is_gone() {
            report(&status).await;
        }
        status
    };
    stream::iter(urls).map(work).buffer_unordered(room.max(1)).collect().await
}
