//! A JoinSet on the runtime; each reading is put where it belongs.

pub mod given;

use anyhow::Context;
use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};
use tokio::task::JoinSet;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let mut slots: Vec<_> = ids.iter().map(|_| None).collect();
    runtime.block_on(async {
        let mut calls = JoinSet::new();
        for (n, &id) in ids.iter().enumerate() {
            calls.spawn(async move { (n, read_gauge(id).await) });
        }
        while let Some(done) = calls.join_next().await {
            let (n, reading) = done?;
            slots[n] = Some(reading.with_context(|| format!("call number {n}"))?);
        }
        anyhow::Ok(())
    })?;
    Ok(Report::new(slots.into_iter().flatten().collect()))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
