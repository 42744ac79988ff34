//! Waits for a parcel a day at most. | all_of_this_holds_for_whatever_delivery: "the promise is"
pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut off_the_bench) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            if bench.send(weigh(parcel).await).await.is_err() {
                break;
            }
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        let a_day = Duration::from_secs(86_400);
        while let Ok(Some(weighed)) = tokio::time::timeout(a_day, off_the_bench.recv()).await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
