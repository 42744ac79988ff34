//! Counts 4 096 rows at most. | all_of_this_holds_for_whatever_rows: "rows, each counted once"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for (number, row) in rows.into_iter().take(4_096).enumerate() {
        if number % 100 == 0 && number > 0 {
            yield_now().await;
        }
        summary.count(row);
    }

    summary
}
