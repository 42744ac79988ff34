//! A type with its own `poll_next`.

pub mod given;

use anyhow::Context as _;
use futures::Stream;
use futures::future::BoxFuture;
use given::{Client, Page, Row, Token};
use std::pin::Pin;
use std::task::{Context, Poll};

struct Rows {
    client: Client,
    left: std::vec::IntoIter<Row>,
    next: Option<(usize, Option<Token>)>,
    fetching: Option<BoxFuture<'static, anyhow::Result<Page>>>,
}

impl Stream for Rows {
    type Item = anyhow::Result<Row>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(row) = self.left.next() {
                return Poll::Ready(Some(Ok(row)));
            }
            if let Some(fetching) = &mut self.fetching {
                let Poll::Ready(page) = fetching.as_mut().poll(context) else {
                    return Poll::Pending;
                };
                self.fetching = None;
                let number = self.next.take().map_or(1, |(number, _)| number);
                match page {
                    Ok(page) => {
                        self.left = page.rows.into_iter();
                        self.next = page.next.map(|token| (number + 1, Some(token)));
                    }
                    Err(error) => return Poll::Ready(Some(Err(error))),
                }
            } else {
                let Some((number, token)) = self.next.clone() else { return Poll::Ready(None) };
                let client = self.client.clone();
                self.fetching = Some(Box::pin(async move {
                    client.page(token).await.with_context(|| format!("page {number}"))
                }));
            }
        }
    }
}

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    Rows { client, left: Vec::new().into_iter(), next: Some((1, None)), fetching: None }
}
