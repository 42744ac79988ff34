//! The same on the real clock, to watch it happen: `cargo xtask run 08`.

use joinset::thumbnails;
use lab::{SECOND, say};
use tokio::time::{Instant, sleep, timeout};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    say!("Three good photos:");
    show(vec![1003, 1001, 1002]).await;

    say!("One from box 66 among them, then one from box 77:");
    show(vec![1003, 6601, 1002]).await;
    show(vec![1003, 7701, 1002]).await;

    say!("And a visitor who leaves after a second and a half:");
    let left = timeout(SECOND + SECOND / 2, thumbnails(vec![1003, 1001, 1002])).await;
    say!("{}", if left.is_err() { "gone." } else { "stayed, for once." });

    // Whoever is still rendering will be heard now.
    sleep(2 * SECOND).await;
}

async fn show(ids: Vec<u32>) {
    let began = Instant::now();
    match thumbnails(ids).await {
        Ok(thumbnails) => say!("{}", thumbnails.join(", ")),
        Err(error) => say!("No page. {error:#}"),
    }
    say!("That was {:.1} s.\n", began.elapsed().as_secs_f64());
}
