//! futures' channel and its sinks: it counts one place for the sender beside its own.

pub mod given;

use futures::channel::mpsc;
use futures::{SinkExt, StreamExt};
use given::{Label, Parcel, print_label, weigh};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (mut bench, waiting) = mpsc::channel(capacity - 1);
    let scale = async move {
        for parcel in parcels {
            let _ = bench.send(weigh(parcel).await).await;
        }
    };
    let printer = waiting.then(print_label).collect();
    futures::join!(scale, printer).1
}
