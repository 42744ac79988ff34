//! A thread for each gauge, with a runtime of its own. | the_report_has_every_gauge_in_the_order_asked_for: "It never came back" | all_gauges_are_read_at_the_same_time: "It never came back" | each_gauge_is_read_once: "It never came back" | a_gauge_that_does_not_answer_is_an_error_that_says_so: "It never came back" | it_can_be_called_again: "It never came back"

pub mod given;

use given::{Report, read_gauge};
use std::thread;
use tokio::runtime::{Builder, Handle};

pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    outside()?;
    let readings = thread::scope(|scope| {
        let read = |id| scope.spawn(move || anyhow::Ok(start()?.block_on(read_gauge(id))?));
        let calls: Vec<_> = ids.iter().map(|&id| read(id)).collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect::<anyhow::Result<_>>()
    })?;
    Ok(Report::new(readings))
}

fn start() -> std::io::Result<tokio::runtime::Runtime> {
    Builder::new_current_thread().enable_time().build()
}

fn outside() -> anyhow::Result<()> {
    anyhow::ensure!(Handle::try_current().is_err(), "cannot start a runtime within a runtime");
    Ok(())
}
