//! `poll_fn` over one future at a time, which brings back what it was given.

pub mod given;

use anyhow::Context;
use futures::future::BoxFuture;
use futures::{Stream, stream};
use given::{Client, Page, Row, Token};
use std::task::Poll;

type Fetch = BoxFuture<'static, (usize, anyhow::Result<Page>)>;

fn fetch(client: Client, number: usize, token: Option<Token>) -> Fetch {
    Box::pin(async move {
        let page = client.page(token).await.with_context(|| format!("page {number}"));
        (number, page)
    })
}

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let mut work = Some(fetch(client.clone(), 1, None));
    let mut rows: Vec<Row> = Vec::new();
    stream::poll_fn(move |context| {
        loop {
            if let Some(row) = rows.pop() {
                return Poll::Ready(Some(Ok(row)));
            }
            let Some(fetching) = &mut work else { return Poll::Ready(None) };
            let Poll::Ready((number, page)) = fetching.as_mut().poll(context) else {
                return Poll::Pending;
            };
            work = None;
            match page {
                Ok(page) => {
                    rows = page.rows;
                    rows.reverse();
                    work = page.next.map(|token| fetch(client.clone(), number + 1, Some(token)));
                }
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    })
}
