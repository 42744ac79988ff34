//! Takes an empty channel for the end. | every_parcel_gets_its_label_and_the_labels_come_in_order: "nobody takes parcels off the bench any more" | the_printer_is_not_idle_while_a_parcel_waits: "nobody takes parcels off the bench any more" | it_ends_with_the_last_label_and_leaves_nothing_running: "nobody takes parcels off the bench any more"

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
    let printer = async {
        let mut labels = Vec::new();
        if let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        while let Ok(weighed) = waiting.try_recv() {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
