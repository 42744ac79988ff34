//! Two alarms in tasks of their own, which abort the call; and all are ended in the end.

pub mod given;

use futures::future::{AbortHandle, abortable};
use given::{Price, phone_book};
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep_until};

pub async fn quote(overall: Duration, each: Duration) -> Option<Price> {
    let over = Instant::now() + overall;
    yield_now().await;
    for supplier in phone_book() {
        let (call, handle) = abortable(supplier.call());
        let alarms = [over, Instant::now() + each].map(|at| alarm(at, handle.clone()));
        let outcome = call.await;
        for alarm in alarms {
            alarm.abort();
        }
        yield_now().await;
        if let Ok(price) = outcome {
            return Some(price);
        }
        if Instant::now() >= over {
            return None;
        }
    }
    None
}

fn alarm(at: Instant, call: AbortHandle) -> tokio::task::JoinHandle<()> {
    tokio::spawn(async move {
        sleep_until(at).await;
        call.abort();
    })
}
