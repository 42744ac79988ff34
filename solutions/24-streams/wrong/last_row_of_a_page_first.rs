//! Takes the rows of a page from the end. | the_first_row_comes_when_its_page_is_there: "Whoever asked got row 3 at 1 s" | the_next_page_is_fetched_when_its_first_row_is_asked_for: "Whoever asked got row 3 at 1 s" | all_rows_come_in_order_and_then_it_ends: "Whoever asked got row 3 at 1 s" | after_an_error_it_ends: "Whoever asked got row 2 at 1 s" | whoever_stops_waiting_and_asks_again_loses_nothing: "Whoever asked got row 3 at 1 s"

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
                if let Some(row) = state.rows.pop_back() {
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
