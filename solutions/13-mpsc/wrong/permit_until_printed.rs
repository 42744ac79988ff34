//! Gives the place on the bench back only when the label is printed. | weighing_goes_on_while_the_bench_has_room: "stood still with 4 on a bench for 5"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::sync::Arc;
use tokio::sync::{Semaphore, mpsc};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let room = Arc::new(Semaphore::new(capacity));
    let (bench, mut waiting) = mpsc::unbounded_channel();
    let scale = async move {
        for parcel in parcels {
            let place = room.clone().acquire_owned().await.unwrap();
            bench.send((weigh(parcel).await, place)).unwrap();
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some((weighed, place)) = waiting.recv().await {
            labels.push(print_label(weighed).await);
            drop(place);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
