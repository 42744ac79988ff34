//! Asks for a page after the last one, without a token, which is the first. | all_rows_come_in_order_and_then_it_ends: "Whoever asked got row 1 at 5 s" | an_empty_page_is_passed_over: "Whoever asked got row 1 at 5 s"

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
                match client.page(token).await.with_context(|| format!("page {number}")) {
                    Ok(page) => {
                        state.rows = page.rows.into();
                        state.next = Some((number + 1, page.next));
                    }
                    Err(error) => return Some((Err(error), State::default())),
                }
            }
        }
    })
}
