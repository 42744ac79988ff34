//! Declares the channel with `const`. | const-for-let: "A variable is declared with `let`"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;
pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    const (tx, mut rx) = mpsc::channel(capacity);
    let scale = async move { for p in parcels { tx.send(weigh(p).await).await.unwrap(); } };
    let printer = async { let mut l = vec![]; while let Some(w) = rx.recv().await { l.push(print_label(w).await); } l };
    let ((), l) = tokio::join!(scale, printer);
    l
}
