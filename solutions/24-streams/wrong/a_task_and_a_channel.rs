//! Has a task put all rows into a channel, which runs ahead and goes on when nobody reads. | nothing_is_fetched_before_the_first_row_is_asked_for: "A page was fetched before anybody had asked for" | the_next_page_is_fetched_when_its_first_row_is_asked_for: "page 2 began at 1 s" | whoever_takes_three_rows_has_one_page_fetched: "It did not wait for page 2" | nothing_is_left_running: "It did not wait for page 2"

pub mod given;

use anyhow::Context;
use futures::{Stream, stream};
use given::{Client, Row};
use tokio::sync::mpsc;

pub fn pages(client: Client) -> impl Stream<Item = anyhow::Result<Row>> {
    let (sender, rows) = mpsc::channel(1);
    tokio::spawn(async move {
        let mut next = Some((1, None));
        while let Some((number, token)) = next.take() {
            match client.page(token).await.with_context(|| format!("page {number}")) {
                Ok(page) => {
                    for row in page.rows {
                        if sender.send(Ok(row)).await.is_err() {
                            return;
                        }
                    }
                    next = page.next.map(|token| (number + 1, Some(token)));
                }
                Err(error) => drop(sender.send(Err(error)).await),
            }
        }
    });
    stream::unfold(rows, async |mut rows| Some((rows.recv().await?, rows)))
}
