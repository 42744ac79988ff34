//! A sender for each parcel, all cloned at the start; a semaphore with one permit is the scale.

pub mod given;

use futures::future::join_all;
use given::{Label, Parcel, print_label, weigh};
use tokio::sync::{Semaphore, mpsc};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = &Semaphore::new(1);
    let weighing = join_all(parcels.into_iter().map(|parcel| {
        let bench = bench.clone();
        async move {
            // tokio's semaphore is fair: who asked first is served first.
            let _turn = scale.acquire().await.unwrap();
            bench.send(weigh(parcel).await).await.unwrap();
        }
    }));
    drop(bench);
    let printing = async {
        let mut labels = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(weighing, printing).1
}
