//! Counts each row in an async fn, and awaits that. | a_neighbour_gets_a_turn_after_at_most_100_rows: "Nobody else got a turn before all was counted" | several_neighbours_get_their_turns: "Nobody else got a turn before all was counted"

pub mod given;

use given::{Row, Summary};

async fn count(summary: &mut Summary, row: Row) {
    summary.count(row);
}

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for row in rows {
        count(&mut summary, row).await;
    }

    summary
}
