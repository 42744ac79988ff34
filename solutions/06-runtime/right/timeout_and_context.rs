//! A limit on the whole and a line of context for each gauge.

pub mod given;

use anyhow::Context;
use futures::future::try_join_all;
use given::{Report, read_gauge};
use lab::SECOND;
use std::future::ready;
use tokio::runtime::{Builder, Handle};
use tokio::time::timeout;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    runtime.block_on(ready(()));
    let all = try_join_all(ids.iter().map(|&id| async move {
        read_gauge(id).await.with_context(|| format!("cannot read gauge number {id}"))
    }));
    let in_time = runtime.block_on(async { timeout(60 * SECOND, all).await });
    Ok(Report::new(in_time.context("the gauges took more than a minute")??))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
