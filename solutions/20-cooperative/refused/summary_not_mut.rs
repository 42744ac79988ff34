//! The summary is not `mut`. | needs-mut: "It changes, so declare it with"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let summary = Summary::new();

    for (number, row) in rows.into_iter().enumerate() {
        if number % 100 == 0 && number > 0 {
            yield_now().await;
        }
        summary.count(row);
    }

    summary
}
