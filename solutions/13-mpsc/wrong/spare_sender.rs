//! Clones the sender for the scale and keeps the first one. | every_parcel_gets_its_label_and_the_labels_come_in_order: "No parcel was left to label" | when_there_are_no_parcels_there_are_no_labels: "No parcel was left to label" | one_parcel_at_a_time_is_weighed_and_one_is_labelled: "No parcel was left to label" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "No parcel was left to label" | weighing_goes_on_while_the_bench_has_room: "No parcel was left to label" | the_printer_is_not_idle_while_a_parcel_waits: "No parcel was left to label" | it_ends_with_the_last_label_and_leaves_nothing_running: "No parcel was left to label"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let to_bench = bench.clone();
    let scale = async move {
        for parcel in parcels {
            to_bench.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    let ((), labels) = tokio::join!(scale, printer);
    drop(bench);
    labels
}
