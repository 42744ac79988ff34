//! Weighs in a `select!` with recv: when that comes first, the weighing is dropped with its parcel. | every_parcel_gets_its_label_and_the_labels_come_in_order: "what is dropped half-way is lost" | one_parcel_at_a_time_is_weighed_and_one_is_labelled: "what is dropped half-way is lost" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "what is dropped half-way is lost" | weighing_goes_on_while_the_bench_has_room: "what is dropped half-way is lost" | the_printer_is_not_idle_while_a_parcel_waits: "what is dropped half-way is lost" | it_ends_with_the_last_label_and_leaves_nothing_running: "what is dropped half-way is lost"

pub mod given;

use given::{Label, Parcel};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    let all = parcels.len();
    let mut parcels = parcels.into_iter();
    let mut next = parcels.next();
    let mut labels = Vec::new();
    while labels.len() < all {
        tokio::select! {
            biased;
            weighed = async { given::weigh(next.take().unwrap()).await }, if next.is_some() => {
                next = parcels.next();
                tx.send(weighed).await.unwrap();
            }
            Some(weighed) = rx.recv() => labels.push(given::print_label(weighed).await),
        }
    }
    labels
}
