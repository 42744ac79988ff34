//! The same on the real clock, to watch it happen: `cargo xtask run 09`.

use lab::{SECOND, say};
use timeout::given::{Supplier, print_phone_book};
use timeout::quote;
use tokio::time::{Instant, sleep};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    say!("Two seconds for each, five for all, and nobody in a hurry:");
    print_phone_book(vec![
        Supplier::new("halo", 3 * SECOND, 129),
        Supplier::new("wick", 6 * SECOND, 99),
        Supplier::new("glow", 4 * SECOND, 149),
        Supplier::new("beam", SECOND, 189),
    ]);
    ask_for_a_quote().await;

    say!("\nThe same again, and glow has the price at hand:");
    print_phone_book(vec![
        Supplier::new("halo", 3 * SECOND, 129),
        Supplier::new("wick", 6 * SECOND, 99),
        Supplier::new("glow", SECOND / 2, 149),
    ]);
    ask_for_a_quote().await;
}

async fn ask_for_a_quote() {
    let began = Instant::now();
    let price = quote(5 * SECOND, 2 * SECOND).await;
    let took = began.elapsed().as_secs_f64();
    match price {
        Some(price) => say!("After {took:.1} s: {} euros from {}.", price.euros, price.from),
        None => say!("After {took:.1} s: no lamp tonight."),
    }
    // Whoever is still at work will be heard now.
    sleep(SECOND).await;
}
