//! Receives from a receiver that is not `mut`. | needs-mut: "It changes, so declare it with"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, receiver) = mpsc::channel(capacity);
    let weighing = async move {
        for parcel in parcels {
            let _ = sender.send(weigh(parcel).await).await;
        }
    };
    let labelling = async {
        let mut labels = Vec::new();
        while let Some(weighed) = receiver.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(weighing, labelling).1
}
