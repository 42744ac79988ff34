//! Forgets two imports. | not-imported: "`use given::report;` and `use futures::stream;`"

pub mod given;

use given::{Status, Url};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    let mut v = Vec::new();
    let mut s = stream::iter(urls).map(|u| u.check()).buffer_unordered(at_once);
    while let Some(status) = s.next().await {
        if status.is_gone() {
            report(&status).await;
        }
        v.push(status);
    }
    v
}
