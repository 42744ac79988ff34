//! Keeps the future of a page that is there, and polls it again for the next. | the_next_page_is_fetched_when_its_first_row_is_asked_for: "A future that has returned its result must not" | all_rows_come_in_order_and_then_it_ends: "A future that has returned its result must not" | an_empty_page_is_passed_over: "A future that has returned its result must not" | after_an_error_it_ends: "A future that has returned its result must not" | an_error_says_which_page_it_was_and_what_the_clinic_said: "A future that has returned its result must not" | whoever_stops_waiting_and_asks_again_loses_nothing: "A future that has returned its result must not" | nothing_is_left_running: "A future that has returned its result must not"

pub mod given;

use anyhow::Context as _;
use futures::Stream;
use futures::future::BoxFuture;
use given::{Client, Page, Row, Trouble};
use std::pin::Pin;
use std::task::{Context, Poll};

struct Rows {
    left: std::vec::IntoIter<Row>,
    number: usize,
    fetching: BoxFuture<'static, Result<Page, Trouble>>,
}

impl Stream for Rows {
    type Item = anyhow::Result<Row>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(row) = self.left.next() {
                return Poll::Ready(Some(Ok(row)));
            }
            let Poll::Ready(page) = self.fetching.as_mut().poll(context) else {
                return Poll::Pending;
            };
            self.number += 1;
            match page.with_context(|| format!("page {}", self.number)) {
                Ok(page) => self.left = page.rows.into_iter(),
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }
}

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let fetching = Box::pin(async move { client.page(None).await });
    Rows { left: Vec::new().into_iter(), number: 0, fetching }
}
