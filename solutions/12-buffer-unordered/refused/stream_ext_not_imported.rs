//! Uses the methods of streams without their trait. | trait-not-imported: "This method comes from a trait"

pub mod given;

use futures::stream;
use given::{Status, Url};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    stream::iter(urls).map(|url| url.check()).buffer_unordered(at_once).collect().await
}
