//! Recursion: the first gauge, joined with the rest.

pub mod given;

use anyhow::ensure;
use given::*;
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    ensure!(Handle::try_current().is_err(), "already in a runtime");
    let rt = Builder::new_current_thread().enable_all().build()?;
    fn read(ids: &[u32]) -> futures::future::BoxFuture<'_, Result<Vec<Reading>, Silence>> {
        Box::pin(async move {
            let [first, rest @ ..] = ids else { return Ok(vec![]) };
            let (first, rest) = futures::join!(read_gauge(*first), read(rest));
            let mut all = vec![first?];
            all.extend(rest?);
            Ok(all)
        })
    }
    Ok(Report::new(rt.block_on(read(ids))?))
}
