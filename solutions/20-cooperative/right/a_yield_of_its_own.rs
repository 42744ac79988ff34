//! A future that is pending once, and wakes its own task.

pub mod given;

use given::{Row, Summary};
use std::future::poll_fn;
use std::task::Poll;

async fn let_others_work() {
    let mut been_here = false;
    poll_fn(|context| {
        if been_here {
            return Poll::Ready(());
        }
        been_here = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

pub async fn import(rows: Vec<Row>) -> Summary {
    let mut summary = Summary::new();
    let mut in_a_row = 0;
    for row in rows {
        summary.count(row);
        in_a_row += 1;
        if in_a_row == 100 {
            in_a_row = 0;
            let_others_work().await;
        }
    }
    summary
}
