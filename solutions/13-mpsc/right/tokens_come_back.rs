//! Tokens that come back: both channels are unbounded, and the number of tokens is the bench.

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (free_place, mut free_places) = mpsc::unbounded_channel();
    for _ in 0..capacity.min(parcels.len()) {
        free_place.send(()).expect("its receiver is here");
    }
    let (bench, mut waiting) = mpsc::unbounded_channel();
    let scale = tokio::spawn(async move {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            free_places.recv().await;
            let _ = bench.send(weighed);
        }
    });
    let mut labels = Vec::new();
    while let Some(weighed) = waiting.recv().await {
        let _ = free_place.send(());
        labels.push(print_label(weighed).await);
    }
    scale.await.expect("weighing does not panic");
    labels
}
