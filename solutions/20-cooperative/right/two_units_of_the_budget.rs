//! Takes two units of tokio's budget for each row, so that it is used up after 64.

pub mod given;

use given::{Row, Summary};
use tokio::task::coop::consume_budget;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    for row in rows {
        consume_budget().await;
        consume_budget().await;
        summary.count(row);
    }
    summary
}
