//! # 13 · Mpsc
//!
//! One side makes things faster than the other can use them. Where do they all go? Through a channel
//! with a limit: when it is full, sending waits, and the slow side sets the pace. The README tells
//! the story; the promises that your answer must keep are in `tests/mpsc.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 13    are the promises kept?
//! cargo xtask hint 13     one step at a time
//! cargo xtask run 13      watch it on the real clock
//! ```

pub mod given;

use given::{Label, Parcel};

/// Weighs every parcel, prints its label, and returns the labels in the order of the parcels.
///
/// Scale and printer work side by side, each on one parcel at a time. Between them is a bench with
/// room for `capacity` parcels, from which a parcel is taken when its label begins to print:
///
/// - While the bench has room, weighing goes on. When it is full, at most one parcel more is
///   weighed, and held in hand until there is room. So never more than `capacity + 1` parcels have
///   been put on the scale and still wait for the printer.
/// - While a weighed parcel waits, the printer does not stand idle.
///
/// `capacity` is at least 1 and less than `Semaphore::MAX_PERMITS`, so `mpsc::channel` takes it. Two
/// parcels may have the same number: each gets its label. In which order parcels go over the scale and
/// through the printer is up to you.
///
/// It returns with the last label, and leaves nothing running.
pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    // TODO: two loops that run side by side, and between them something that can be full.
    todo!("weigh and label {} parcels, with room for {capacity} between", parcels.len())
}
