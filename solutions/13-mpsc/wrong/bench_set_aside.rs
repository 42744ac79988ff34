//! Sets the memory for the whole bench aside beforehand, however large it is. | all_of_this_holds_for_whatever_delivery: "capacity overflow"

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::Notify;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let bench: Mutex<VecDeque<Weighed>> = Mutex::new(VecDeque::with_capacity(capacity));
    let (put, taken) = (Notify::new(), Notify::new());
    let over = AtomicBool::new(false);
    let scale = async {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            while bench.lock().unwrap().len() >= capacity {
                taken.notified().await;
            }
            bench.lock().unwrap().push_back(weighed);
            put.notify_one();
        }
        over.store(true, Ordering::SeqCst);
        put.notify_one();
    };
    let printer = async {
        let mut labels = Vec::new();
        loop {
            let next = bench.lock().unwrap().pop_front();
            match next {
                Some(weighed) => {
                    taken.notify_one();
                    labels.push(print_label(weighed).await);
                }
                None if over.load(Ordering::SeqCst) => return labels,
                None => put.notified().await,
            }
        }
    };
    tokio::join!(scale, printer).1
}
