//! Takes the rows out of the list, a handful at a time.

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(mut rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    while !rows.is_empty() {
        for row in rows.drain(rows.len().saturating_sub(50)..) {
            summary.count(row);
        }
        yield_now().await;
    }
    summary
}
