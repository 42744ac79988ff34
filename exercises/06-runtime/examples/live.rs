//! The same on the real clock, to watch it happen: `cargo xtask run 06`.

use runtime::run_report;
use std::time::Instant;
use tokio::runtime::Builder;

// An ordinary main: there is no async in front of it and no runtime around it.
fn main() -> anyhow::Result<()> {
    let show = |ids: &[u32]| {
        let began = Instant::now();
        match run_report(ids) {
            Ok(report) => println!("{report}"),
            Err(error) => println!("No report. {error:#}"),
        }
        println!("That was {:.1} s.\n", began.elapsed().as_secs_f64());
    };
    show(&[7, 3, 21]);
    show(&[8, 13]);

    println!("And from within a runtime:");
    Builder::new_current_thread().enable_time().build()?.block_on(async { show(&[7]) });
    Ok(())
}
