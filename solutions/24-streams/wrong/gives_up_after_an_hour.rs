//! Gives up on a page after an hour. | all_of_this_holds_for_whatever_list: "the promise is"

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
                let page =
                    tokio::time::timeout(std::time::Duration::from_secs(3_600), client.page(token))
                        .await;
                let Ok(page) = page else { return None };
                match page.with_context(|| format!("page {number}")) {
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
