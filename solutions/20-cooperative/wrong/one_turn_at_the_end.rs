//! Gives the others a turn when all is counted. | a_neighbour_gets_a_turn_after_at_most_100_rows: "Nobody else got a turn before all was counted" | several_neighbours_get_their_turns: "Nobody else got a turn before all was counted"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    for row in rows {
        summary.count(row);
    }
    yield_now().await;
    summary
}
