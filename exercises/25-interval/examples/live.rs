//! The same on the real clock, to watch it happen: `cargo xtask run 25`.

use interval::poll_sensor;
use lab::{SECOND, say};
use tokio::time::sleep;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // The camera takes no time for a picture, so a sleep is good enough for it. Each reading but one should
    // come right after a picture.
    let camera = async {
        let mut number = 0;
        loop {
            say!("picture at {number} s");
            sleep(SECOND).await;
            number += 1;
        }
    };
    let readings = tokio::select! {
        readings = poll_sensor(8) => readings,
        () = camera => Vec::new(),
    };
    let most = readings.iter().map(|reading| reading.hundredths()).max().unwrap_or_default();
    say!(
        "{} readings. The bridge bent by {most} hundredths of a millimetre at most.",
        readings.len()
    );
}
