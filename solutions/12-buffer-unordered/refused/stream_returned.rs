//! Returns a stream where a list is promised. | stream-for-list: "`.collect().await`"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    stream::iter(urls).map(|u| u.check()).buffer_unordered(at_once)
}
