//! # 20 · Cooperative: an answer

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

/// Rows that are counted between two turns of the others.
const AT_A_TIME: usize = 100;

/// Counts all `rows`, each once, and returns the summary.
pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    for (number, row) in rows.into_iter().enumerate() {
        // To the end of the queue, now and then: whoever else can go on does so first. After each row would
        // be right too, but a turn costs more than to count a row.
        if number % AT_A_TIME == 0 && number > 0 {
            yield_now().await;
        }
        summary.count(row);
    }
    summary
}
