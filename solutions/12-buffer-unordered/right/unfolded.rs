//! A stream unfolded from a list and a JoinSet, and folded into a list again.

pub mod given;

use futures::{StreamExt, stream};
use given::{Status, Url, report};
use tokio::task::JoinSet;

async fn deal_with(url: Url) -> Status {
    let status = url.check().await;
    if status.is_gone() {
        report(&status).await;
    }
    status
}

pub async fn check_links(urls: Vec<Url>, at_once: usize) -> Vec<Status> {
    if at_once == 0 {
        return urls.into_iter().map(Url::not_checked).collect();
    }
    let start = (urls.into_iter(), JoinSet::new());
    let results = stream::unfold(start, move |(mut waiting, mut in_hand)| async move {
        while in_hand.len() < at_once
            && let Some(url) = waiting.next()
        {
            in_hand.spawn(deal_with(url));
        }
        let status = in_hand.join_next().await?.unwrap();
        Some((status, (waiting, in_hand)))
    });
    results
        .fold(Vec::new(), async |mut found, status| {
            found.push(status);
            found
        })
        .await
}
