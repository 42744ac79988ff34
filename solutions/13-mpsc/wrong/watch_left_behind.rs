//! Starts a task that keeps an eye on the bench, and never ends it. | it_ends_with_the_last_label_and_leaves_nothing_running: "1 spawned task was still running"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::interval;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let watched = bench.downgrade();
    tokio::spawn(async move {
        let mut ticks = interval(Duration::from_secs(1));
        let mut fullest = 0;
        loop {
            ticks.tick().await;
            if let Some(bench) = watched.upgrade() {
                fullest = fullest.max(capacity - bench.capacity());
            }
        }
    });
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
    tokio::join!(scale, printer).1
}
