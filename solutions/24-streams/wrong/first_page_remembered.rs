//! Keeps the rows of the first page for all streams of this thread. | all_of_this_holds_for_whatever_list: "Calls that run at the same time share something"

pub mod given;

use anyhow::Context;
use futures::{Stream, stream};
use given::{Client, Row, Token};
use std::collections::VecDeque;

use std::cell::RefCell;

thread_local! {
    static FIRST: RefCell<Vec<Row>> = const { RefCell::new(Vec::new()) };
}

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
                        state.rows = {
                            if number == 1 && FIRST.with_borrow(Vec::is_empty) {
                                FIRST.set(page.rows.clone());
                            }
                            if number == 1 {
                                FIRST.with_borrow(Clone::clone).into()
                            } else {
                                page.rows.into()
                            }
                        };
                        state.next = page.next.map(|token| (number + 1, Some(token)));
                    }
                    Err(error) => return Some((Err(error), State::default())),
                }
            }
        }
    })
}
