//! Takes the future of a parcel for the parcel. | not-awaited: "Calling an `async fn` only creates"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity);
    tokio::spawn(async move {
        for parcel in parcels {
            let _ = sender.send(weigh(parcel).await).await;
        }
    });
    let mut labels = Vec::new();
    while let Some(weighed) = receiver.recv() {
        labels.push(print_label(weighed).await);
    }
    labels
}
