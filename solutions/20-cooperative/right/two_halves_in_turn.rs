//! Two halves, each with its own summary and 50 rows at a time, joined.

pub mod given;

use futures::future::join;
use given::{Row, Summary};
use std::cell::RefCell;
use tokio::task::yield_now;

async fn count(rows: Vec<Row>, summary: &RefCell<Summary>) {
    for (number, row) in rows.into_iter().enumerate() {
        if number % 50 == 0 && number > 0 {
            yield_now().await;
        }
        summary.borrow_mut().count(row);
    }
}

pub async fn import(mut rows: Vec<Row>) -> Summary {
    let summary = RefCell::new(Summary::new());
    let rest = rows.split_off(rows.len() / 2);
    join(count(rows, &summary), count(rest, &summary)).await;
    summary.into_inner()
}
