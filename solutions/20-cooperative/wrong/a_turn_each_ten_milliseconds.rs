//! Gives the others a turn when ten milliseconds have passed. | a_neighbour_gets_a_turn_after_at_most_100_rows: "Nobody else got a turn before all was counted" | several_neighbours_get_their_turns: "Nobody else got a turn before all was counted"

pub mod given;

use given::{Row, Summary};
use std::time::{Duration, Instant};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    let mut since = Instant::now();
    for ((), row) in rows.into_iter().map(|row| ((), row)) {
        if since.elapsed() > Duration::from_millis(10) {
            since = Instant::now();
            yield_now().await;
        }
        summary.count(row);
    }

    summary
}
