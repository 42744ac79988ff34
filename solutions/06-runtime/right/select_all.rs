//! select_all, again and again, and a place for each reading.

pub mod given;

use anyhow::ensure;
use given::*;
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    ensure!(Handle::try_current().is_err(), "already in a runtime");
    let rt = Builder::new_current_thread().enable_all().build()?;
    use futures::future::{FutureExt, select_all};
    rt.block_on(async {
        let mut work: Vec<_> = ids
            .iter()
            .enumerate()
            .map(|(i, &id)| async move { (i, read_gauge(id).await) }.boxed())
            .collect();
        let mut slots: Vec<Option<Reading>> = ids.iter().map(|_| None).collect();
        while !work.is_empty() {
            tokio::task::yield_now().await;
            let ((i, r), _, rest) = select_all(work).await;
            slots[i] = Some(r?);
            work = rest;
        }
        Ok(Report::new(slots.into_iter().flatten().collect()))
    })
}
