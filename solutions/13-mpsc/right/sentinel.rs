//! The end is a None in the channel, as one would do it in Python, and everything is yielded around.

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;
use tokio::task::{JoinSet, yield_now};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let mut workers = JoinSet::new();
    let scale = bench.clone();
    workers.spawn(async move {
        for parcel in parcels {
            yield_now().await;
            let weighed = weigh(parcel).await;
            yield_now().await;
            scale.send(Some(weighed)).await.unwrap();
        }
        scale.send(None).await.unwrap();
        Vec::new()
    });
    workers.spawn(async move {
        let mut labels = Vec::new();
        while let Some(Some(weighed)) = waiting.recv().await {
            yield_now().await;
            labels.push(print_label(weighed).await);
        }
        labels
    });
    let labels = workers.join_all().await.into_iter().flatten().collect();
    drop(bench);
    labels
}
