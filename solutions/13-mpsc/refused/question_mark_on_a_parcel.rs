//! Puts `?` behind what is no Result. | question-mark-on-value: "this is neither"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let mut v = vec![];
    for p in parcels {
        v.push(print_label(weigh(p).await?).await);
    }
    v
}
