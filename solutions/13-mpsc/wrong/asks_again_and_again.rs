//! Asks the channel in a loop. | every_parcel_gets_its_label_and_the_labels_come_in_order: "This is spinning" | one_parcel_at_a_time_is_weighed_and_one_is_labelled: "This is spinning" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "This is spinning" | weighing_goes_on_while_the_bench_has_room: "This is spinning" | the_printer_is_not_idle_while_a_parcel_waits: "This is spinning" | it_ends_with_the_last_label_and_leaves_nothing_running: "This is spinning"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TryRecvError;
use tokio::task::yield_now;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            bench.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        loop {
            match waiting.try_recv() {
                Ok(weighed) => labels.push(print_label(weighed).await),
                Err(TryRecvError::Empty) => yield_now().await,
                Err(TryRecvError::Disconnected) => return labels,
            }
        }
    };
    tokio::join!(scale, printer).1
}
