//! The results sorted by name in the end, and 0 at once handled as a stream of its own.

pub mod given;

use futures::future::Either;
use futures::{StreamExt, stream};
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    let results = match at_once {
        0 => Either::Left(stream::iter(urls).map(Url::not_checked)),
        n => Either::Right(
            stream::iter(urls)
                .map(|url| async move {
                    let status = url.check().await;
                    if status.is_gone() {
                        report(&status).await;
                    }
                    status
                })
                .buffer_unordered(n),
        ),
    };
    let mut found: Vec<Status> = results.collect().await;
    found.sort();
    found
}
