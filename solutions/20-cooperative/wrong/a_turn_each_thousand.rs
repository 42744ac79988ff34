//! Gives the others a turn after each thousand rows. | a_neighbour_gets_a_turn_after_at_most_100_rows: "Between two turns of a neighbour 1000 rows were" | several_neighbours_get_their_turns: "Nobody else got a turn before all was counted"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for (number, row) in rows.into_iter().enumerate() {
        if number % 1_000 == 0 && number > 0 {
            yield_now().await;
        }
        summary.count(row);
    }

    summary
}
