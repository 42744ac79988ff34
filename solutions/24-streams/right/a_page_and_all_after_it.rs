//! Recursion: the rows of a page, and then the stream of all pages after it.

pub mod given;

use anyhow::Context;
use futures::Stream;
use futures::stream::{self, BoxStream, StreamExt};
use given::{Client, Row, Token};

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    from(client, 1, None)
}

fn from(
    client: Client,
    number: usize,
    token: Option<Token>,
) -> BoxStream<'static, anyhow::Result<Row>> {
    let here = async move {
        match client.page(token).await.with_context(|| format!("page {number}")) {
            Err(error) => stream::iter([Err(error)]).boxed(),
            Ok(page) => {
                let rows = stream::iter(page.rows.into_iter().map(Ok));
                match page.next {
                    None => rows.boxed(),
                    next => rows.chain(later(client, number + 1, next)).boxed(),
                }
            }
        }
    };
    stream::once(here).flatten().boxed()
}

/// Made only when it is asked.
fn later(
    client: Client,
    number: usize,
    token: Option<Token>,
) -> BoxStream<'static, anyhow::Result<Row>> {
    stream::once(async move { from(client, number, token) }).flatten().boxed()
}
