//! The stage of this story, and the desk that its lamps are set from. Given: nothing to edit here.

use lab::{SECOND, fetch, say, span};
use std::fmt;
use std::time::Duration;
use tokio::sync::watch::Sender;
use tokio::time::sleep;

/// How long the lamps take for any move.
pub const MOVE: Duration = SECOND.saturating_mul(2);

/// How the lamps are to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub scene: String,
    /// In percent.
    pub brightness: u32,
}

/// Moves the lamps, which takes them two seconds.
pub async fn move_lamps(config: &Config) {
    say!("lamps: on my way to {config}");
    fetch(format!("lamps to {}", config.scene), MOVE).await;
    say!("lamps: {config}, done");
}

/// What is done at the desk.
#[derive(Clone, Debug)]
pub enum Cue {
    /// Nothing, for a while.
    Wait(Duration),
    /// The sliders are set.
    Set(Config),
}

/// Goes through an evening's cues, and then closes the desk, by dropping the sender. The desk never
/// waits for the lamps.
pub async fn operate(desk: Sender<Config>, cues: Vec<Cue>) {
    span("desk", async {
        for cue in cues {
            match cue {
                Cue::Wait(lasts) => sleep(lasts).await,
                Cue::Set(config) => {
                    say!("desk: {config}");
                    // An error would mean that no lamps are listening. The play goes on.
                    let _ = desk.send(config);
                }
            }
        }
        say!("desk: closed, good night");
        drop(desk);
    })
    .await;
}

impl fmt::Display for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {} %", self.scene, self.brightness)
    }
}
