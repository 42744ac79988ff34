//! Fetches all pages, and gives out the rows after that. | the_first_row_comes_when_its_page_is_there: "A page was fetched though rows of the page" | the_next_page_is_fetched_when_its_first_row_is_asked_for: "page 2 began at 1 s" | whoever_takes_three_rows_has_one_page_fetched: "page 2 began at 1 s" | all_rows_come_in_order_and_then_it_ends: "Whoever asked got row 1 at 4 s" | an_empty_page_is_passed_over: "Whoever asked got row 1 at 4 s" | after_an_error_it_ends: "Whoever asked got row 1 at 3 s" | whoever_stops_waiting_and_asks_again_loses_nothing: "Whoever asked got row 1 at 4 s" | nothing_is_left_running: "Nothing overlapped: page 2 began only when page 1"

pub mod given;

use anyhow::Context;
use futures::Stream;
use futures::stream::{self, StreamExt};
use given::{Client, Row};

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let all = async move {
        let (mut rows, mut next) = (Vec::new(), Some((1, None)));
        while let Some((number, token)) = next {
            match client.page(token).await.with_context(|| format!("page {number}")) {
                Ok(page) => {
                    rows.extend(page.rows.into_iter().map(Ok));
                    next = page.next.map(|token| (number + 1, Some(token)));
                }
                Err(error) => {
                    rows.push(Err(error));
                    next = None;
                }
            }
        }
        stream::iter(rows)
    };
    stream::once(all).flatten()
}
