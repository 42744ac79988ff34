//! Prints every label in a task of its own. | one_parcel_at_a_time_is_weighed_and_one_is_labelled: "labels were being printed"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            bench.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async move {
        let mut printing = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            printing.push(tokio::spawn(print_label(weighed)));
        }
        let mut labels = Vec::new();
        for label in printing {
            labels.push(label.await.unwrap());
        }
        labels
    };
    tokio::join!(scale, printer).1
}
