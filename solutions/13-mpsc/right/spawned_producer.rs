//! The scale in a task that owns the sender; the printer here.

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = tokio::spawn(async move {
        for parcel in parcels {
            if bench.send(weigh(parcel).await).await.is_err() {
                break;
            }
        }
    });
    let mut labels = Vec::new();
    while let Some(weighed) = waiting.recv().await {
        labels.push(print_label(weighed).await);
    }
    scale.await.expect("the scale does not panic");
    labels
}
