//! Passes the parcels on from one channel to another. | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "was held back, but too late"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting_here) = mpsc::channel(capacity);
    let (second_bench, mut waiting) = mpsc::channel(capacity);
    tokio::spawn(async move {
        while let Some(weighed) = waiting_here.recv().await {
            second_bench.send(weighed).await.unwrap();
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
