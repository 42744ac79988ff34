//! Matches on Ok where `recv` gives an Option. | other-pattern: "an Option `Some` and `None`"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    tx.send(1).await.unwrap();
    while let Ok(w) = rx.recv().await {}
    vec![]
}
