//! Moves the one sender into the first task of many. | moved-into-task: "The async block or closure took"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity);
    for parcel in parcels {
        tokio::spawn(async move {
            let _ = sender.send(weigh(parcel).await).await;
        });
    }
    let mut labels = Vec::new();
    while let Some(weighed) = receiver.recv().await {
        labels.push(print_label(weighed).await);
    }
    labels
}
