//! Tasks that send what they have, sorted in the end.

pub mod given;

use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle};
use tokio::sync::mpsc;

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime = Builder::new_current_thread().enable_time().build()?;

    let mut readings = runtime.block_on(async {
        let (sender, mut receiver) = mpsc::unbounded_channel();
        for (n, &id) in ids.iter().enumerate() {
            let sender = sender.clone();
            tokio::spawn(async move {
                let _ = sender.send((n, read_gauge(id).await));
            });
        }
        drop(sender);
        let mut readings = Vec::new();
        while let Some((n, answer)) = receiver.recv().await {
            readings.push((n, answer?));
        }
        anyhow::Ok(readings)
    })?;
    readings.sort_by_key(|(n, _)| *n);
    Ok(Report::new(readings.into_iter().map(|(_, reading)| reading).collect()))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
