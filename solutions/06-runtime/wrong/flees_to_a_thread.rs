//! Goes to another thread when there is a runtime on this one. | from_within_a_runtime_it_returns_an_error: "The thread was blocked at the very start: for more than a second of re" | from_within_a_runtime_it_reads_nothing_and_does_not_panic: "The thread was blocked at the very start: for more than a second of re"

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use std::thread;
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    if Handle::try_current().is_ok() {
        let ids = ids.to_vec();
        return thread::spawn(move || report(&ids)).join().unwrap();
    }
    report(ids)
}

fn report(ids: &[u32]) -> anyhow::Result<Report> {
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let readings = runtime.block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
    Ok(Report::new(readings))
}
