//! Has the next page fetched while the rows of this one are given out. | the_next_page_is_fetched_when_its_first_row_is_asked_for: "page 2 began at 1 s" | whoever_takes_three_rows_has_one_page_fetched: "page 2 began at 1 s"

pub mod given;

use anyhow::Context;
use futures::stream::{self, StreamExt, TryStreamExt};
use futures::{FutureExt, Stream};
use given::{Client, Row};

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let first = Some((1, None));
    let pages = stream::unfold(first, move |next| {
        let client = client.clone();
        async move {
            let (number, token) = next?;
            match client.page(token).await.with_context(|| format!("page {number}")) {
                Ok(page) => {
                    let rows = stream::iter(page.rows.into_iter().map(Ok));
                    Some((Ok(rows), page.next.map(|token| (number + 1, Some(token)))))
                }
                Err(error) => Some((Err(error), None)),
            }
        }
    });
    // A buffer asks for pages as long as it has room.
    pages.map(|page| async { page }.boxed()).buffered(2).try_flatten()
}
