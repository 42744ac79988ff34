//! Takes off the bench all that lies there, and prints that. | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "5 parcels ahead"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            bench.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async move {
        let (mut taken, mut labels) = (Vec::new(), Vec::new());
        while waiting.recv_many(&mut taken, capacity).await > 0 {
            for weighed in taken.drain(..) {
                labels.push(print_label(weighed).await);
            }
        }
        labels
    };
    tokio::join!(scale, printer).1
}
