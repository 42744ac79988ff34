//! Does not say what the receiver receives. | type-parameter-missing: "Say what is inside"

pub mod given;

use given::{Label, Parcel};
use tokio::sync::mpsc;

async fn printer(mut rx: mpsc::Receiver) -> Vec<Label> {
    let mut labels = Vec::new();
    while let Some(weighed) = rx.recv().await {
        labels.push(given::print_label(weighed).await);
    }
    labels
}

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, rx) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            tx.send(given::weigh(parcel).await).await.unwrap();
        }
    };
    tokio::join!(scale, printer(rx)).1
}
