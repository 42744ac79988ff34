//! Moves one string into the future of every link. | moved-out-of-closure: "The closure may be called again"

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    let prefix = String::from("checked");
    stream::iter(urls)
        .map(|url| async move {
            let status = url.check().await;
            println!("{}: {status}", prefix + " ");
            status
        })
        .buffer_unordered(at_once)
        .collect()
        .await
}
