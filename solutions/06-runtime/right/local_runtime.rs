//! A runtime that is made for one thread, and tasks that are not Send.

pub mod given;

use given::{Report, read_gauge};
use std::cell::RefCell;
use std::rc::Rc;
use tokio::runtime::{Builder, Handle, LocalOptions};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let runtime =
        Builder::new_current_thread().enable_time().build_local(LocalOptions::default())?;
    let readings: Rc<RefCell<Vec<_>>> = Rc::new(RefCell::new(Vec::new()));
    runtime.block_on(async {
        let calls: Vec<_> = ids
            .iter()
            .enumerate()
            .map(|(n, &id)| {
                let readings = readings.clone();
                tokio::task::spawn_local(async move {
                    let reading = read_gauge(id).await?;
                    readings.borrow_mut().push((n, reading));
                    anyhow::Ok(())
                })
            })
            .collect();
        for call in calls {
            call.await??;
        }
        anyhow::Ok(())
    })?;
    let mut readings = readings.take();
    readings.sort_by_key(|(n, _)| *n);
    Ok(Report::new(readings.into_iter().map(|(_, reading)| reading).collect()))
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
