//! Sends by the receiver. | other-end: "the other end of the channel"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, rx) = mpsc::channel(capacity);
    for p in parcels {
        rx.send(weigh(p).await).await;
    }
    vec![]
}
