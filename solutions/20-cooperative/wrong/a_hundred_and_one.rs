//! Counts one row too many between two turns. | a_neighbour_gets_a_turn_after_at_most_100_rows: "Between two turns of a neighbour 101 rows were" | several_neighbours_get_their_turns: "Between two turns of a neighbour 101 rows were"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for (number, row) in rows.into_iter().enumerate() {
        if number % 101 == 100 {
            summary.count(row);
            yield_now().await;
            continue;
        }
        summary.count(row);
    }

    summary
}
