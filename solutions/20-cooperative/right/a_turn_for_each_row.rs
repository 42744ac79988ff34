//! Gives the others a turn after each row, which costs more than the counting.

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for (number, row) in rows.into_iter().enumerate() {
        if number > 0 {
            yield_now().await;
        }
        summary.count(row);
    }

    summary
}
