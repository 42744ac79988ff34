//! A stream of pages, errors among them, of which each becomes a small stream.

pub mod given;

use anyhow::Context;
use futures::Stream;
use futures::stream::{self, StreamExt};
use given::{Client, Row};

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let pages = stream::unfold((1, Some(None)), move |(number, next)| {
        let client = client.clone();
        async move {
            let page = client.page(next?).await;
            let next = match &page {
                Ok(page) => page.next.clone().map(Some),
                Err(_) => None,
            };
            Some((page.with_context(|| format!("page {number}")), (number + 1, next)))
        }
    });
    pages.flat_map(|page| {
        let rows: Vec<anyhow::Result<Row>> = match page {
            Ok(page) => page.rows.into_iter().map(Ok).collect(),
            Err(error) => vec![Err(error)],
        };
        stream::iter(rows)
    })
}
