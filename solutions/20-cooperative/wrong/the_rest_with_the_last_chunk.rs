//! Counts what doesn't fill a chunk together with the last one that is full. | a_neighbour_gets_a_turn_after_at_most_100_rows: "Between two turns of a neighbour 130 rows were" | several_neighbours_get_their_turns: "Between two turns of a neighbour 150 rows were"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    let chunks = rows.len() / 100;
    for (number, row) in rows.into_iter().enumerate() {
        if number % 100 == 0 && number > 0 && number / 100 < chunks {
            yield_now().await;
        }
        summary.count(row);
    }
    summary
}
