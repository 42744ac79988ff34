//! The same on the real clock, to watch it happen: `cargo xtask run 02`.

use one_after_another::checkout;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // One to whom nothing happens, and one whose basket is out of order.
    for user in ["ada", "oscar"] {
        let began = std::time::Instant::now();
        match checkout(user).await {
            Ok(receipt) => println!("Paid {}, goes to {}.", receipt.total, receipt.ship_to),
            Err(error) => println!("Nothing bought. {error:#}"),
        }
        println!("That was {:.1} s.\n", began.elapsed().as_secs_f64());
    }
}
