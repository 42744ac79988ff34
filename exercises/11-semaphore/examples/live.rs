//! The same on the real clock, to watch it happen: `cargo xtask run 11`.

use lab::{SECOND, say};
use semaphore::call_partners;
use semaphore::given::Job;
use tokio::time::Instant;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    say!("Five hauliers, two lines:");
    let jobs = vec![
        Job::new("ahrens", 3 * SECOND),
        Job::new("bellini", SECOND),
        Job::new("cortez", SECOND),
        Job::new("dupont", SECOND),
        Job::new("ekberg", SECOND),
    ];
    let began = Instant::now();
    let replies = call_partners(jobs, 2).await;
    say!("\nAfter {:.1} s:", began.elapsed().as_secs_f64());
    for reply in replies {
        say!("{:>8}  {}", reply.partner(), reply.price());
    }
}
