//! Never makes more room than for four. | weighing_goes_on_while_the_bench_has_room: "with room for 1"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity.min(4));
    let scale = async move {
        for parcel in parcels {
            sender.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async {
        let mut labels = Vec::new();
        while let Some(weighed) = receiver.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    let ((), labels) = tokio::join!(scale, printer);
    labels
}
