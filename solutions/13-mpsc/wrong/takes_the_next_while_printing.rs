//! Takes the next parcel off the bench while a label is being printed. | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "more room than one bench"

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use tokio::sync::{Semaphore, mpsc};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel::<Weighed>(capacity.min(Semaphore::MAX_PERMITS));
    let scale = async move {
        for parcel in parcels {
            let _ = tx.send(weigh(parcel).await).await;
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        let mut next = rx.recv().await;
        while let Some(weighed) = next {
            let (label, after) = tokio::join!(print_label(weighed), rx.recv());
            labels.push(label);
            next = after;
        }
        labels
    };
    tokio::join!(scale, printer).1
}
