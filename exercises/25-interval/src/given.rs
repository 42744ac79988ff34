//! The sensor of this story. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::time::Duration;

/// A reading is due each second.
pub const PERIOD: Duration = SECOND;

/// How long a reading takes as a rule.
pub const QUICK: Duration = Duration::from_millis(237);

/// How long a reading takes for which the sensor has to try several times.
pub const SLOW: Duration = Duration::from_millis(2_500);

/// How far the bridge bent. Only the sensor makes one.
#[derive(Debug, PartialEq, Eq)]
pub struct Reading {
    number: usize,
    hundredths: u64,
}

/// Reads the sensor, and gives the reading this number. Most readings are quick. But number 4 is slow, and
/// so are 14, 24, and so on.
pub async fn read_sensor(number: usize) -> Reading {
    fetch(format!("reading {number}"), usually(number)).await;
    let reading = Reading { number, hundredths: 300 + BRIDGE.hash_one(number) % 200 };
    say!("{reading}");
    reading
}

/// How long the reading with this number takes.
pub fn usually(number: usize) -> Duration {
    if number % 10 == 4 { SLOW } else { QUICK }
}

impl Reading {
    /// Its number.
    pub fn number(&self) -> usize {
        self.number
    }

    /// How far the bridge bent, in hundredths of a millimetre.
    pub fn hundredths(&self) -> u64 {
        self.hundredths
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reading { number, hundredths } = self;
        write!(f, "reading {number}: {}.{:02} mm", hundredths / 100, hundredths % 100)
    }
}

/// The bridge bends otherwise each time that the program runs.
static BRIDGE: LazyLock<RandomState> = LazyLock::new(RandomState::new);
