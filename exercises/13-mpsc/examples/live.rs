//! The same on the real clock, to watch it happen: `cargo xtask run 13`.

use lab::say;
use mpsc::given::Parcel;
use mpsc::pipeline;
use std::time::Duration;
use tokio::time::Instant;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // A scale that is quick, and a printer that is not.
    let (quick, slow) = (Duration::from_millis(200), Duration::from_millis(800));
    let parcels = (1..=6).map(|number| Parcel::new(number, quick, slow)).collect();
    say!("Six parcels, and a bench for one:");
    let began = Instant::now();
    for label in pipeline(parcels, 1).await {
        say!("parcel {}: {} g", label.number(), label.grams());
    }
    say!("That was {:.1} s.", began.elapsed().as_secs_f64());
}
