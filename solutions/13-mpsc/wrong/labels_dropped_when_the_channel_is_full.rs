//! Hands the labels to a channel of 32 with try_send, which drops what does not fit. | all_of_this_holds_for_whatever_delivery: "It returned 32 labels"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    let (out, mut labels) = mpsc::channel(32);
    let scale = async move {
        for parcel in parcels {
            tx.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async move {
        while let Some(weighed) = rx.recv().await {
            let _ = out.try_send(print_label(weighed).await);
        }
    };
    tokio::join!(scale, printer);
    let mut all = Vec::new();
    while let Some(label) = labels.recv().await {
        all.push(label);
    }
    all
}
