//! Puts what was awaited into the buffer, which wants futures. | value-for-future: "this is an ordinary value"

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    let mut found = Vec::new();
    for url in urls {
        found.push(url.check().await);
    }
    stream::iter(found).buffer_unordered(at_once).collect().await
}
