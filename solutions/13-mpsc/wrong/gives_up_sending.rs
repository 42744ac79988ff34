//! Waits for room for at most two seconds. | every_parcel_gets_its_label_and_the_labels_come_in_order: "gives the parcel back in its error" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "gives the parcel back in its error" | it_ends_with_the_last_label_and_leaves_nothing_running: "gives the parcel back in its error"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            if bench.send_timeout(weighed, Duration::from_secs(2)).await.is_err() {
                continue; // no room
            }
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
