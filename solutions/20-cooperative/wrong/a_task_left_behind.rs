//! Starts a task that gives turns for ever. | nothing_is_left_running: "A spawned task goes on by itself, and dropping"

pub mod given;

use given::{Row, Summary};
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::sleep;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    tokio::spawn(async {
        loop {
            sleep(Duration::from_secs(1)).await;
        }
    });
    for (number, row) in rows.into_iter().enumerate() {
        if number % 100 == 0 && number > 0 {
            yield_now().await;
        }
        summary.count(row);
    }

    summary
}
