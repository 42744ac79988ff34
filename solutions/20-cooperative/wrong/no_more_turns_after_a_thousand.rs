//! Gives no more turns after the first thousand rows. | all_of_this_holds_for_whatever_rows: "the promise is"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for (number, row) in rows.into_iter().enumerate() {
        if number % 100 == 0 && (1..1_100).contains(&number) {
            yield_now().await;
        }
        summary.count(row);
    }

    summary
}
