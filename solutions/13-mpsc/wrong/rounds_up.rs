//! Makes the bench a power of two, as a ring buffer has it. | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "was held back, but too late"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity.next_power_of_two());
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
