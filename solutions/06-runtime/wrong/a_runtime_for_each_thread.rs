//! Keeps a runtime for each thread, and with it the tasks of a call that has failed. | all_of_this_holds_for_whatever_gauges: "still"
pub mod given;

use given::{Report, read_gauge};
use tokio::runtime::{Builder, Handle, Runtime};

thread_local! {
    static RT: Runtime = Builder::new_current_thread().enable_time().build().unwrap();
}

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    anyhow::ensure!(Handle::try_current().is_err(), "within a runtime");
    RT.with(|rt| {
        let tasks: Vec<_> = ids.iter().map(|&id| rt.spawn(read_gauge(id))).collect();
        let mut readings = vec![];
        for task in tasks {
            readings.push(rt.block_on(task)??);
        }
        Ok(Report::new(readings))
    })
}
