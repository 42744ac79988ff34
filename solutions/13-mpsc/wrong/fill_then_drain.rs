//! Sends everything, then receives everything. | every_parcel_gets_its_label_and_the_labels_come_in_order: "none was ever taken off the bench" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "none was ever taken off the bench" | weighing_goes_on_while_the_bench_has_room: "none was ever taken off the bench" | the_printer_is_not_idle_while_a_parcel_waits: "none was ever taken off the bench" | it_ends_with_the_last_label_and_leaves_nothing_running: "none was ever taken off the bench"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    for parcel in parcels {
        bench.send(weigh(parcel).await).await.unwrap();
    }
    drop(bench);
    let mut labels = Vec::new();
    while let Some(weighed) = waiting.recv().await {
        labels.push(print_label(weighed).await);
    }
    labels
}
