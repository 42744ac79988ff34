//! Forgets to await the next item of a stream. | not-awaited: "so do `timeout`, `sleep` and `next`"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    let mut v = Vec::new();
    let mut s = stream::iter(urls).map(|u| u.check()).buffer_unordered(at_once);
    while let Some(status) = s.next() {
        v.push(status);
    }
    v
}
