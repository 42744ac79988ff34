//! Sleeps a little on the thread when the bench is full. | all_of_this_holds_for_whatever_delivery: "The thread that runs all tasks was blocked"

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc::error::TrySendError;
use tokio::sync::{Semaphore, mpsc};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel::<Weighed>(capacity.min(Semaphore::MAX_PERMITS));
    let scale = async move {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            if let Err(TrySendError::Full(weighed)) = tx.try_send(weighed) {
                std::thread::sleep(Duration::from_millis(5));
                let _ = tx.send(weighed).await;
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
