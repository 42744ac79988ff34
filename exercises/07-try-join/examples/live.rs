//! The same on the real clock, to watch it happen: `cargo xtask run 07`.

use lab::{SECOND, say};
use tokio::time::{Instant, sleep};
use try_join::load;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // One report without trouble, and one from a day when the castle's disk was full.
    let days =
        [["bridge.csv", "harbour.csv", "station.csv"], ["harbour.csv", "castle.csv", "market.csv"]];
    for files in days {
        let began = Instant::now();
        match load(files).await {
            Ok(report) => {
                let total: u32 = report.sheets.iter().map(|sheet| sheet.takings()).sum();
                say!("The report is there: {total} euros in all.");
            }
            Err(error) => say!("No report. {error:#}"),
        }
        say!("That was {:.1} s.\n", began.elapsed().as_secs_f64());
    }

    // Whoever is still loading will be heard now.
    sleep(2 * SECOND).await;
}
