//! The same on the real clock, to watch it happen: `cargo xtask run 20`.

use cooperative::given::BallotBox;
use cooperative::import;
use lab::say;
use std::time::{Duration, Instant};

const BALLOTS: u32 = 2_000_000;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (rows, counter) = BallotBox::with((0..BALLOTS).map(|number| number % 7 % 5));
    let page = tokio::spawn(async move {
        let mut seconds = tokio::time::interval(Duration::from_millis(100));
        loop {
            seconds.tick().await;
            say!("  on the page: {} of {BALLOTS} counted", counter.counted());
        }
    });
    let began = Instant::now();
    let summary = import(rows).await;
    page.abort();
    say!("{summary}");
    say!("It took {:.1} s.", began.elapsed().as_secs_f64());
}
