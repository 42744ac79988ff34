//! Polls by itself on a parked thread, without any runtime. | the_report_has_every_gauge_in_the_order_asked_for: "there is no reactor running" | all_gauges_are_read_at_the_same_time: "there is no reactor running" | each_gauge_is_read_once: "there is no reactor running" | a_gauge_that_does_not_answer_is_an_error_that_says_so: "there is no reactor running" | it_can_be_called_again: "there is no reactor running"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use tokio::runtime::Handle;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    Ok(Report::new(block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))?))
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(result) => return result,
            Poll::Pending => thread::park(),
        }
    }
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
