//! The same on the real clock, to watch it happen: `cargo xtask run 10`.

use lab::{SECOND, say};
use retry::given::{Failure, Radio};
use retry::retry;
use std::time::Duration;
use tokio::time::Instant;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let moment = Duration::from_millis(300);
    let temporary = |reason: &str| (moment, Err(Failure::Temporary(reason.to_owned())));
    let permanent = |reason: &str| (moment, Err(Failure::Permanent(reason.to_owned())));

    say!("Bad weather, which passes:");
    send(Radio::new(vec![temporary("static"), temporary("nobody answers"), (SECOND, Ok(17))]))
        .await;

    say!("\nA licence that has run out, which does not:");
    send(Radio::new(vec![temporary("static"), permanent("licence expired")])).await;
}

async fn send(radio: Radio) {
    let began = Instant::now();
    let result = retry(5, || radio.send()).await;
    let took = began.elapsed().as_secs_f64();
    match result {
        Ok(receipt) => say!("After {took:.1} s: receipt {}.", receipt.0),
        Err(error) => say!("After {took:.1} s: {error:#}."),
    }
}
