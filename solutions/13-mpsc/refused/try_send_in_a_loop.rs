//! Tries to send the same parcel again and again. | try-send-in-loop: "gives it back only inside its Err"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    for p in parcels {
        let w = weigh(p).await;
        while tx.try_send(w).is_err() {
            tokio::task::yield_now().await;
        }
    }
    let l = rx.recv().await;
    vec![]
}
