//! `scan` over nothing in particular, with the state in a lock.

pub mod given;

use anyhow::Context;
use futures::Stream;
use futures::stream::{self, StreamExt};
use given::{Client, Row, Token};
use std::sync::Arc;
use tokio::sync::Mutex;

struct Reader {
    client: Client,
    next: Option<(usize, Option<Token>)>,
    rows: std::vec::IntoIter<Row>,
}

impl Reader {
    async fn row(&mut self) -> anyhow::Result<Option<Row>> {
        loop {
            if let Some(row) = self.rows.next() {
                return Ok(Some(row));
            }
            let Some((number, token)) = self.next.take() else { return Ok(None) };
            let page = self.client.page(token).await.with_context(|| format!("page {number}"))?;
            self.rows = page.rows.into_iter();
            self.next = page.next.map(|token| (number + 1, Some(token)));
        }
    }
}

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let reader = Reader { client, next: Some((1, None)), rows: Vec::new().into_iter() };
    stream::repeat(()).scan(Arc::new(Mutex::new(reader)), |reader, ()| {
        let reader = reader.clone();
        async move { reader.lock().await.row().await.transpose() }
    })
}
