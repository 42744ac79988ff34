//! Sleeps a millisecond after each hundred rows. | no_time_passes: "It waited for the clock"

pub mod given;

use given::{Row, Summary};
use std::time::Duration;
use tokio::time::sleep;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for (number, row) in rows.into_iter().enumerate() {
        if number % 100 == 0 && number > 0 {
            sleep(Duration::from_millis(1)).await;
        }
        summary.count(row);
    }

    summary
}
