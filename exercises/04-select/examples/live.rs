//! The same on the real clock, to watch it happen: `cargo xtask run 04`.

use lab::{SECOND, say};
use select::given::Mirror;
use select::{fastest, fetch_or_give_up};
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    say!("Two mirrors race:");
    let began = Instant::now();
    let bergen = Mirror::new("bergen", 2 * SECOND, "the timetable, as bergen has it");
    let cadiz = Mirror::new("cadiz", SECOND, "the timetable, as cadiz has it");
    let copy = fastest(bergen, cadiz).await;
    say!("After {:.1} s you have {copy}.", began.elapsed().as_secs_f64());

    // Whoever is still at work will be heard now.
    sleep(2 * SECOND).await;

    say!("\nA slow mirror, and patience for one second:");
    let began = Instant::now();
    let calais = Mirror::new("calais", 2 * SECOND, "the timetable, as calais has it");
    let copy = fetch_or_give_up(calais, SECOND).await;
    say!("After {:.1} s you have {copy:?}.", began.elapsed().as_secs_f64());

    sleep(2 * SECOND).await;
}
