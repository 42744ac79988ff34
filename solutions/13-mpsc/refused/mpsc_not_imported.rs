//! Forgets to import the channel. | missing-crate: "add `use tokio::sync::mpsc;`"

pub mod given;

use given::{Label, Parcel, print_label, weigh};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    tx.send(1).await;
    vec![]
}
