//! # 06 · Runtime: an answer

pub mod given;

use anyhow::{Context, ensure};
use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

/// Reads all gauges in `ids` at the same time and reports them in that order.
pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    // block_on keeps its thread until it is done. On a thread that runs tasks that would hold up all
    // of them, so tokio panics there. Asking first makes an error of it, before anything has begun.
    ensure!(
        Handle::try_current().is_err(),
        "run_report starts a runtime of its own and cannot be called from within a runtime"
    );

    // A current-thread runtime costs next to nothing: no thread is started, the calling one does all
    // the work. Timers are a part that has to be asked for (as are sockets), and a builder that can
    // fail gives a Result: the system may have nothing left to give.
    let runtime =
        Builder::new_current_thread().enable_time().build().context("could not start a runtime")?;

    // This is where ordinary code ends and async code begins: one future, in which everything is
    // awaited together. try_join_all gives the results in the order of the ids, or an error.
    // When the runtime is dropped at the end, so is every task that might still be on it.
    let readings = runtime.block_on(try_join_all(ids.iter().map(|&id| read_gauge(id))))?;
    Ok(Report::new(readings))
}
