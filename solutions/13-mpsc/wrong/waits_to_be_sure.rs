//! Waits a second more at the end, in case anything else comes. | it_ends_with_the_last_label_and_leaves_nothing_running: "and it returned at 26 s"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            bench.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    let ((), labels) = tokio::join!(scale, printer);
    if !labels.is_empty() {
        sleep(Duration::from_secs(1)).await;
    }
    labels
}
