//! Each step borrows the client from its closure. | captured-by-future: "The closure lends a variable"

pub mod given;

use anyhow::Context;
use futures::Stream;
use futures::stream::{self, TryStreamExt};
use given::{Client, Row};

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    stream::try_unfold(Some((1, None)), move |next| async {
        let Some((number, token)) = next else { return Ok(None) };
        let page = client.page(token).await.with_context(|| format!("page {number}"))?;
        let rows = stream::iter(page.rows.into_iter().map(Ok));
        anyhow::Ok(Some((rows, page.next.map(|token| (number + 1, Some(token))))))
    })
    .try_flatten()
}
