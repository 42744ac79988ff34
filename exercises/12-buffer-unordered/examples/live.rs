//! The same on the real clock, to watch it happen: `cargo xtask run 12`.

use buffer_unordered::check_links;
use buffer_unordered::given::Url;
use lab::{SECOND, say};
use tokio::time::Instant;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    for at_once in [2, 0] {
        say!("Four links, {at_once} at once:");
        let urls = vec![
            Url::new("almanac", 3 * SECOND),
            Url::new("birdwatch", SECOND),
            Url::new("chess-club", 2 * SECOND),
            Url::new("dial-a-bus", SECOND).gone(),
        ];
        let began = Instant::now();
        let found = check_links(urls, at_once).await;
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        say!("After {:.1} s: {}.\n", began.elapsed().as_secs_f64(), found.join(", "));
    }
}
