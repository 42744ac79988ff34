//! The same on the real clock, to watch it happen: `cargo xtask run 16`.

use lab::{SECOND, say};
use tokio::sync::watch::channel;
use watch::follow;
use watch::given::{Config, Cue, operate};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (desk, lamps) = channel(config("dawn", 20));
    let cues = vec![
        Cue::Wait(SECOND / 2),
        // Three changes while the lamps are on their way to the first.
        Cue::Set(config("noon", 100)),
        Cue::Wait(SECOND / 2),
        Cue::Set(config("storm", 60)),
        Cue::Wait(SECOND / 2),
        Cue::Set(config("night", 5)),
        Cue::Wait(3 * SECOND),
        Cue::Set(config("curtain", 0)),
    ];
    let (moved_to, ()) = tokio::join!(follow(lamps), operate(desk, cues));
    let moved_to: Vec<String> = moved_to.iter().map(ToString::to_string).collect();
    say!("The lamps were moved to: {}.", moved_to.join(", "));
}

fn config(scene: &str, brightness: u32) -> Config {
    Config { scene: scene.to_owned(), brightness }
}
