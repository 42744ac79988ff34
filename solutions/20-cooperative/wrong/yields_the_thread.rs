//! Gives the processor to other threads, and keeps it for this task. | a_neighbour_gets_a_turn_after_at_most_100_rows: "Nobody else got a turn before all was counted" | several_neighbours_get_their_turns: "Nobody else got a turn before all was counted"

pub mod given;

use given::{Row, Summary};

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();

    for (number, row) in rows.into_iter().enumerate() {
        if number % 100 == 0 && number > 0 {
            std::thread::yield_now();
        }
        summary.count(row);
    }

    summary
}
