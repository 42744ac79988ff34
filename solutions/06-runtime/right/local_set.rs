//! A LocalSet, which blocks on the runtime.

pub mod given;

use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};
use tokio::task::{LocalSet, spawn_local};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    LocalSet::new().block_on(&runtime, async {
        let calls: Vec<_> = ids.iter().map(|&id| spawn_local(read_gauge(id))).collect();
        let mut readings = Vec::new();
        for call in calls {
            readings.push(call.await??);
        }
        Ok(Report::new(readings))
    })
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
