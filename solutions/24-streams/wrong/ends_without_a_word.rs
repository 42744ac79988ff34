//! Takes an error for the end. | after_an_error_it_ends: "Whoever asked got the end at 3 s" | an_error_says_which_page_it_was_and_what_the_clinic_said: "There was no error"

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
                        state.next = page.next.map(|token| (number + 1, Some(token)));
                    }
                    Err(error) => {
                        let _: anyhow::Error = error;
                        return None;
                    }
                }
            }
        }
    })
}
