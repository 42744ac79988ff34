//! Looks four times a second whether the bench has room. | all_of_this_holds_for_whatever_delivery: "the scale stood still"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;
use tokio::time::sleep;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            let mut hand = weigh(parcel).await;
            while let Err(TrySendError::Full(back)) = tx.try_send(hand) {
                hand = back;
                sleep(Duration::from_millis(250)).await;
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
