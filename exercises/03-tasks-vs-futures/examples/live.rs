//! The same on the real clock, to watch it happen: `cargo xtask run 03`.

use lab::{SECOND, say};
use tasks_vs_futures::given::Order;
use tasks_vs_futures::{breakfast, later, now};
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    say!("later: ordered, and awaited a second after.");
    let porridge = later(Order::new("porridge", SECOND));
    sleep(SECOND).await;
    say!("  a second has passed");
    porridge.await;

    say!("now: ordered, and asked for two seconds after.");
    let toast = now(Order::new("toast", SECOND));
    sleep(2 * SECOND).await;
    say!("  two seconds have passed");
    toast.await.expect("toast does not panic");

    say!("breakfast:");
    let start = Instant::now();
    let meal = breakfast().await;
    say!("  {meal} after {:.1} s", start.elapsed().as_secs_f64());
}
