//! The runtime is entered, and its handle spawns; block_on on the runtime drives it.

pub mod given;

use futures::future::try_join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let _entered = runtime.enter();
    let calls = try_join_all(ids.iter().map(|&id| tokio::spawn(read_gauge(id))));
    let answers = runtime.block_on(calls)?;
    Ok(Report::new(answers.into_iter().collect::<Result<_, _>>()?))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
