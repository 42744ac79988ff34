//! Counts full hundreds only. | every_row_is_counted: "It counted 100 votes for number 0"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(mut rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    while rows.len() >= 100 {
        for row in rows.drain(..100) {
            summary.count(row);
        }
        yield_now().await;
    }
    summary
}
