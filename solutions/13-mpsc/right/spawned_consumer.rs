//! The printer in a task that returns the labels; the scale here, and its sender dropped by hand.

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let printer = tokio::spawn(async move {
        let mut labels = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    });
    for parcel in parcels {
        let weighed = weigh(parcel).await;
        bench.send(weighed).await.unwrap();
    }
    drop(bench);
    printer.await.unwrap()
}
