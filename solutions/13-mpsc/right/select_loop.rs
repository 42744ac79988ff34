//! One loop and select!: whichever of scale and printer is ready gets its next parcel.

pub mod given;

use futures::future::{Fuse, FutureExt};
use given::{Label, Parcel, print_label, weigh};
use std::collections::VecDeque;
use std::pin::pin;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let mut parcels = parcels.into_iter();
    let mut bench = VecDeque::new();
    let mut labels = Vec::new();
    let mut scale = pin!(Fuse::terminated());
    let mut printer = pin!(Fuse::terminated());
    let (mut weighing, mut printing) = (false, false);
    loop {
        if !printing && let Some(weighed) = bench.pop_front() {
            printer.set(print_label(weighed).fuse());
            printing = true;
        }
        if !weighing
            && bench.len() < capacity
            && let Some(parcel) = parcels.next()
        {
            scale.set(weigh(parcel).fuse());
            weighing = true;
        }
        tokio::select! {
            weighed = &mut scale, if weighing => {
                bench.push_back(weighed);
                weighing = false;
            }
            label = &mut printer, if printing => {
                labels.push(label);
                printing = false;
            }
            else => return labels,
        }
    }
}
