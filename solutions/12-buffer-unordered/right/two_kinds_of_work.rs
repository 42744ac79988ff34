//! Checks and reports in two sets of futures; a place is free when neither set needs it.

pub mod given;

use futures::StreamExt;
use futures::stream::FuturesUnordered;
use given::{Status, Url, report};

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let mut waiting = urls.into_iter();
    let (mut checks, mut reports) = (FuturesUnordered::new(), FuturesUnordered::new());
    let mut found = Vec::new();
    loop {
        while checks.len() + reports.len() < at_once {
            let Some(url) = waiting.next() else { break };
            checks.push(url.check());
        }
        tokio::select! {
            Some(status) = checks.next() => match status.is_gone() {
                true => reports.push(async move {
                    report(&status).await;
                    status
                }),
                false => found.push(status),
            },
            Some(status) = reports.next() => found.push(status),
            else => return found,
        }
    }
}
