//! Prints what `recv` gives. | option-not-unwrapped: "This is an Option"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let count = parcels.len();
    let (tx, mut rx) = mpsc::channel(capacity);
    tokio::spawn(async move {
        for parcel in parcels {
            let _ = tx.send(weigh(parcel).await).await;
        }
    });
    let mut labels = Vec::with_capacity(count);
    for _ in 0..count {
        let weighed = rx.recv().await;
        labels.push(print_label(weighed).await);
    }
    labels
}
