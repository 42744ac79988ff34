//! Sends with blocking_send. | every_parcel_gets_its_label_and_the_labels_come_in_order: "Cannot block the current thread" | one_parcel_at_a_time_is_weighed_and_one_is_labelled: "Cannot block the current thread" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "Cannot block the current thread" | weighing_goes_on_while_the_bench_has_room: "Cannot block the current thread" | the_printer_is_not_idle_while_a_parcel_waits: "Cannot block the current thread" | it_ends_with_the_last_label_and_leaves_nothing_running: "Cannot block the current thread"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            bench.blocking_send(weigh(parcel).await).unwrap();
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
