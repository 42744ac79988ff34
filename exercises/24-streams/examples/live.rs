//! The same on the real clock, to watch it happen: `cargo xtask run 24`.

use futures::StreamExt;
use lab::say;
use std::pin::pin;
use streams::given::Client;
use streams::pages;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut rows = pin!(pages(Client::new()));
    let mut wanted = 3;
    while let Some(row) = rows.next().await {
        match row {
            Ok(row) if row.hour() >= 12 => {
                say!("  {row}, in the afternoon");
                wanted -= 1;
                if wanted == 0 {
                    say!("These three are enough. No other page has to be fetched.");
                    break;
                }
            }
            Ok(row) => say!("  {row}"),
            Err(error) => say!("  {error:#}"),
        }
    }
}
