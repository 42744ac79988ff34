//! Within a runtime, begins to read before it gives up. | from_within_a_runtime_it_reads_nothing_and_does_not_panic: "Called from within a runtime, it began to read"

pub mod given;

use futures::FutureExt;
use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    let mut all = Box::pin(try_join_all(ids.iter().map(|&id| read_gauge(id))));
    if Handle::try_current().is_ok() {
        // Whatever can be begun is begun, at least.
        let _ = (&mut all).now_or_never();
        anyhow::bail!("cannot wait within a runtime");
    }
    let runtime = Builder::new_current_thread().enable_time().build()?;
    Ok(Report::new(runtime.block_on(all)?))
}
