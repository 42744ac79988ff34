//! The same on the real clock, to watch it happen: `cargo xtask run 18`.

use futures::future::join_all;
use lab::say;
use single_flight::Rates;
use single_flight::given::Bank;
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let rates = Rates::new(Bank::new());
    let stalls = (0..40).map(|stall| {
        let rates = &rates;
        async move {
            let currency = ["dinar", "lev", "dinar", "forint"][stall % 4];
            sleep(Duration::from_millis(5 * stall as u64)).await;
            // The first one loses patience.
            let patience = Duration::from_millis(if stall == 0 { 400 } else { 9_000 });
            match timeout(patience, rates.get(currency)).await {
                Ok(Ok(_)) => true,
                Ok(Err(error)) => {
                    say!("stall {stall}: {error:#}");
                    false
                }
                Err(_) => {
                    say!("stall {stall}: gives up");
                    false
                }
            }
        }
    });
    let told = join_all(stalls).await.into_iter().filter(|told| *told).count();
    say!("{told} stalls know their rate.");
}
