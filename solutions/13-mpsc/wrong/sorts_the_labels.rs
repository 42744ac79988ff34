//! Sorts the labels by their number. | every_parcel_gets_its_label_and_the_labels_come_in_order: "the promise is"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::collections::BTreeMap;
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            sender.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async {
        let mut labels = BTreeMap::new();
        while let Some(weighed) = receiver.recv().await {
            let label = print_label(weighed).await;
            labels.insert(label.number(), label);
        }
        labels.into_values().collect()
    };
    let ((), labels) = tokio::join!(scale, printer);
    labels
}
