//! Looks for room before it weighs: nobody ever has to stand there with a parcel in hand.

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            let Ok(room) = bench.reserve().await else { return };
            room.send(weigh(parcel).await);
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    futures::join!(printer, scale).0
}
