//! Ends with whichever loop ends first. | every_parcel_gets_its_label_and_the_labels_come_in_order: "It was over while" | it_ends_with_the_last_label_and_leaves_nothing_running: "It was over while"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity);
    let mut labels = Vec::new();
    let scale = async move {
        for parcel in parcels {
            sender.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async {
        while let Some(weighed) = receiver.recv().await {
            labels.push(print_label(weighed).await);
        }
    };
    tokio::select! {
        _ = scale => {}
        _ = printer => {}
    }
    labels
}
