//! Counts the labels, from one. | every_parcel_gets_its_label_and_the_labels_come_in_order: "It was over while" | it_ends_with_the_last_label_and_leaves_nothing_running: "It was over while"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let n = parcels.len();
    let (sender, mut receiver) = mpsc::channel(capacity);
    tokio::spawn(async move {
        for parcel in parcels {
            sender.send(weigh(parcel).await).await.unwrap();
        }
    });
    let mut labels = Vec::new();
    for _ in 1..n {
        labels.push(print_label(receiver.recv().await.unwrap()).await);
    }
    labels
}
