//! futures' channel with the whole capacity: what it holds beyond is the parcel in hand.

pub mod given;

use futures::channel::mpsc;
use futures::{SinkExt, StreamExt};
use given::{Label, Parcel, print_label, weigh};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (mut bench, mut waiting) = mpsc::channel(capacity);
    let scale = tokio::spawn(async move {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            bench.send(weighed).await.unwrap();
        }
    });
    let mut labels = vec![];
    while let Some(weighed) = waiting.next().await {
        labels.push(print_label(weighed).await);
    }
    scale.await.unwrap();
    labels
}
