//! Takes ten seconds without a parcel for the end. | all_of_this_holds_for_whatever_delivery: "the printer stood idle"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::timeout;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            let _ = tx.send(weigh(parcel).await).await;
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Ok(Some(weighed)) = timeout(Duration::from_secs(10), rx.recv()).await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
