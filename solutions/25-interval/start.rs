//! # 25 · Interval
//!
//! If you work, then sleep for a second, then work again, each round begins later than it should. An
//! interval doesn't drift: it knows when it began. The README tells the story; the promises that your
//! answer must keep are in `tests/interval.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 25    are the promises kept?
//! cargo xtask hint 25     one step at a time
//! cargo xtask run 25      watch it on the real clock
//! ```

pub mod given;

use given::Reading;

/// Reads the sensor `readings` times (with `read_sensor`), one reading at a time, and returns the
/// readings in order. They are numbered from 1.
///
/// Times count from the start of this call. The first reading begins at once. Each later one is due
/// at the first whole second after the one before it *began*. It begins at that moment, or if the one
/// before it is still in progress then, as soon as that has ended. So a slow reading makes the next
/// one late, but only that one: whatever else was missed is left out, and the schedule doesn't move.
///
/// No reading is broken off, however long it takes. The call returns when the last reading ends, and
/// leaves nothing running. `readings` can be any number: with 0 it returns at once, and with
/// `usize::MAX` it goes on until its caller drops it. Then nothing goes on either.
pub async fn poll_sensor(readings: usize) -> Vec<Reading> {
    // TODO: wait for moments that don't depend on how long a reading takes.
    todo!("read the sensor {readings} times, one reading a second")
}
