//! Reports what it has and leaves out who does not answer. | a_gauge_that_does_not_answer_is_an_error_that_says_so: "the report was made without it"

pub mod given;

use futures::future::join_all;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let answers = runtime.block_on(join_all(ids.iter().map(|&id| read_gauge(id))));
    Ok(Report::new(answers.into_iter().flatten().collect()))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
