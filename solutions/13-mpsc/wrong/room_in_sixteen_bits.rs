//! Keeps the capacity in sixteen bits, and of 65 536 nothing is left. | all_of_this_holds_for_whatever_delivery: "requires buffer > 0"

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity as u16 as usize);
    let scale = async move {
        for parcel in parcels {
            if tx.send(weigh(parcel).await).await.is_err() {
                break;
            }
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = rx.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
