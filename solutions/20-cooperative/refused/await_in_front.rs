//! Writes `await` in front, as in Python and JavaScript. | await-in-front: "stands behind the future"

pub mod given;

use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    
    for (number, row) in rows.into_iter().enumerate() {
        if number % 100 == 0 && number > 0 {
            await yield_now();
        }
        summary.count(row);
    }
    
    summary
}
