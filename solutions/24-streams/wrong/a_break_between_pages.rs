//! Waits a little before each page but the first, so as not to disturb the server. | the_next_page_is_fetched_when_its_first_row_is_asked_for: "Nothing in the timeline ended at 4.005 s: what" | all_rows_come_in_order_and_then_it_ends: "Whoever asked got row 4 at 2.005 s" | an_empty_page_is_passed_over: "Whoever asked got row 2 at 4.015 s" | after_an_error_it_ends: "Whoever asked got row 3 at 2.005 s" | whoever_stops_waiting_and_asks_again_loses_nothing: "Whoever asked got row 4 at 2.005 s"

pub mod given;

use anyhow::Context;
use futures::{Stream, stream};
use given::{Client, Row, Token};
use std::collections::VecDeque;

#[derive(Default)]
struct State {
    rows: VecDeque<Row>,
    next: Option<(usize, Option<Token>)>,
}

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let first = State { next: Some((1, None)), ..State::default() };
    stream::unfold(first, move |mut state| {
        let client = client.clone();
        async move {
            loop {
                if let Some(row) = state.rows.pop_front() {
                    return Some((Ok(row), state));
                }
                let Some((number, token)) = state.next.take() else { return None };
                if number > 1 {
                    tokio::time::sleep(std::time::Duration::from_millis(5)).await;
                }
                match client.page(token).await.with_context(|| format!("page {number}")) {
                    Ok(page) => {
                        state.rows = page.rows.into();
                        state.next = page.next.map(|token| (number + 1, Some(token)));
                    }
                    Err(error) => return Some((Err(error), State::default())),
                }
            }
        }
    })
}
