//! Waits for the server at each row. | the_first_row_comes_when_its_page_is_there: "Whoever asked got row 1 at 2 s" | the_next_page_is_fetched_when_its_first_row_is_asked_for: "Nothing in the timeline ended at 7 s: what" | whoever_takes_three_rows_has_one_page_fetched: "Nothing overlapped: a row began only when page 1" | all_rows_come_in_order_and_then_it_ends: "Whoever asked got row 1 at 2 s" | an_empty_page_is_passed_over: "Whoever asked got row 1 at 2 s" | after_an_error_it_ends: "Whoever asked got row 1 at 2 s" | whoever_stops_waiting_and_asks_again_loses_nothing: "Whoever asked got row 1 at 2 s" | nothing_is_left_running: "page 2 was cancelled at 4.3 s"

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
                    lab::fetch("a row", lab::SECOND).await;
                    return Some((Ok(row), state));
                }
                let Some((number, token)) = state.next.take() else { return None };
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
