//! # 06 · Runtime
//!
//! `main` is an ordinary function, and nothing in it can be awaited. Somewhere async code has to
//! begin, and that is where somebody starts a runtime and waits for it. The README tells the story;
//! the promises that your answer must keep are in `tests/runtime.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 06    are the promises kept?
//! cargo xtask hint 06     one step at a time
//! cargo xtask run 06      watch it on the real clock
//! ```

pub mod given;

use given::Report;

/// Reads all gauges in `ids` at the same time and reports them in that order.
///
/// A plain function: it starts a current-thread runtime of its own on the thread that called it,
/// runs the reading (`given::read_gauge`, once for each id) on that one runtime, waits for the result
/// and returns it. It can be called as often as one likes, from several threads at once too. A gauge
/// that is in `ids` twice is read twice, and no gauges at all make an empty report.
///
/// When a gauge does not answer, it returns an error that, printed with `{:#}`, says what the gauge's
/// own error says. (When several do not answer, any of theirs.)
///
/// Called from within a runtime, where it would hold up everybody else, it returns an error with the
/// word "runtime" in it. It reads no gauge then, and does not panic.
pub fn run_report(ids: &[u32]) -> anyhow::Result<Report> {
    // TODO: this function cannot await. Who polls the futures, and who waits for that?
    todo!("start a runtime, read the gauges {ids:?} on it, and return the report")
}
