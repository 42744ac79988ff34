//! Makes a new fetch whenever it is polled. | nothing_is_fetched_before_the_first_row_is_asked_for: "This is a hang: it waits for something that" | the_first_row_comes_when_its_page_is_there: "This is a hang: it waits for something that" | the_next_page_is_fetched_when_its_first_row_is_asked_for: "This is a hang: it waits for something that" | whoever_takes_three_rows_has_one_page_fetched: "This is a hang: it waits for something that" | all_rows_come_in_order_and_then_it_ends: "This is a hang: it waits for something that" | an_empty_page_is_passed_over: "This is a hang: it waits for something that" | after_an_error_it_ends: "This is a hang: it waits for something that" | an_error_says_which_page_it_was_and_what_the_clinic_said: "This is a hang: it waits for something that" | whoever_stops_waiting_and_asks_again_loses_nothing: "This is a hang: it waits for something that" | nothing_is_left_running: "This is a hang: it waits for something that"

pub mod given;

use anyhow::Context as _;
use futures::Stream;
use given::{Client, Row, Token};
use std::pin::{Pin, pin};
use std::task::{Context, Poll};

struct Rows {
    client: Client,
    left: std::vec::IntoIter<Row>,
    next: Option<(usize, Option<Token>)>,
}

impl Stream for Rows {
    type Item = anyhow::Result<Row>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(row) = self.left.next() {
                return Poll::Ready(Some(Ok(row)));
            }
            let Some((number, token)) = self.next.clone() else { return Poll::Ready(None) };
            let client = self.client.clone();
            let Poll::Ready(page) = pin!(client.page(token)).poll(context) else {
                return Poll::Pending;
            };
            self.next = None;
            match page.with_context(|| format!("page {number}")) {
                Ok(page) => {
                    self.left = page.rows.into_iter();
                    self.next = page.next.map(|token| (number + 1, Some(token)));
                }
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
    }
}

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    Rows { client, left: Vec::new().into_iter(), next: Some((1, None)) }
}
