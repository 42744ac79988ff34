//! A stream of chunks, folded.

pub mod given;

use futures::{StreamExt, stream};
use given::{Row, Summary};
use tokio::task::yield_now;

pub async fn import(rows: Vec<Row>) -> Summary {
    stream::iter(rows)
        .chunks(80)
        .fold(Summary::new(), async |mut summary, rows| {
            for row in rows {
                summary.count(row);
            }
            yield_now().await;
            summary
        })
        .await
}
