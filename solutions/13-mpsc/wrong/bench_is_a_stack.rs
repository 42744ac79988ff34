//! Takes the parcel that was put down last. | every_parcel_gets_its_label_and_the_labels_come_in_order: "The labels came as"

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use std::sync::Mutex;
use tokio::sync::Semaphore;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let bench: Mutex<Vec<Weighed>> = Mutex::default();
    let (room, waiting) = (Semaphore::new(capacity), Semaphore::new(0));
    let all = parcels.len();
    let scale = async {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            room.acquire().await.unwrap().forget();
            bench.lock().unwrap().push(weighed);
            waiting.add_permits(1);
        }
    };
    let printer = async {
        let mut labels = Vec::new();
        for _ in 0..all {
            waiting.acquire().await.unwrap().forget();
            let next = bench.lock().unwrap().pop().unwrap();
            room.add_permits(1);
            labels.push(print_label(next).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
