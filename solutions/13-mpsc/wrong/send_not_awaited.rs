//! Does not await the send. | every_parcel_gets_its_label_and_the_labels_come_in_order: "Not one parcel reached the printer" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "Not one parcel reached the printer" | the_printer_is_not_idle_while_a_parcel_waits: "Not one parcel reached the printer" | it_ends_with_the_last_label_and_leaves_nothing_running: "Not one parcel reached the printer"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            let _ = sender.send(weighed);
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
