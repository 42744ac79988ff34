//! # 24 · Streams: an answer

pub mod given;

use anyhow::Context;
use futures::Stream;
use futures::stream::{self, TryStreamExt};
use given::{Client, Row};

/// All rows of the clinic's list, in the order in which its pages have them.
pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    // The state between two pages: the number of the next one, and the token for it. Without a state
    // there is no next page. After an error there is none either: try_unfold sees to that.
    let first = Some((1, None));
    let pages = stream::try_unfold(first, move |next| {
        // The future of a step is kept in the stream, so it can't borrow from this closure. A clone of
        // the client is the same client.
        let client = client.clone();
        async move {
            let Some((number, token)) = next else { return Ok(None) };
            let page = client.page(token).await.with_context(|| format!("page {number}"))?;
            let rows = stream::iter(page.rows.into_iter().map(Ok));
            let next = page.next.map(|token| (number + 1, Some(token)));
            anyhow::Ok(Some((rows, next)))
        }
    });
    // A stream of streams of rows. Flattened, it asks for the next page only when somebody asks for
    // a row and the page before has none left.
    pages.try_flatten()
}
