//! A bench made by hand: a queue, and two semaphores that count its room and its parcels.

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use std::collections::VecDeque;
use std::sync::Mutex;
use tokio::sync::Semaphore;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let bench: Mutex<VecDeque<Weighed>> = Mutex::default();
    let (room, waiting) = (Semaphore::new(capacity), Semaphore::new(0));
    let expected = parcels.len();
    let scale = async {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            room.acquire().await.unwrap().forget();
            bench.lock().unwrap().push_back(weighed);
            waiting.add_permits(1);
        }
    };
    let printer = async {
        let mut labels = Vec::with_capacity(expected);
        while labels.len() < expected {
            waiting.acquire().await.unwrap().forget();
            let next = bench.lock().unwrap().pop_front();
            room.add_permits(1);
            labels.push(print_label(next.expect("there is one for every permit")).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
