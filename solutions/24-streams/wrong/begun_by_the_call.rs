//! Starts the first fetch in a task when the stream is made. | nothing_is_fetched_before_the_first_row_is_asked_for: "A page was fetched before anybody had asked for"

pub mod given;

use anyhow::Context;
use futures::Stream;
use futures::stream::{self, TryStreamExt};
use given::{Client, Row};

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let first = tokio::spawn({
        let client = client.clone();
        async move { client.page(None).await }
    });
    stream::try_unfold((Some(first), Some((1, None))), move |(first, next)| {
        let client = client.clone();
        async move {
            let Some((number, token)) = next else { return Ok(None) };
            let page = match first {
                Some(first) => first.await?,
                None => client.page(token).await,
            };
            let page = page.with_context(|| format!("page {number}"))?;
            let rows = stream::iter(page.rows.into_iter().map(Ok));
            anyhow::Ok(Some((rows, (None, page.next.map(|token| (number + 1, Some(token)))))))
        }
    })
    .try_flatten()
}
