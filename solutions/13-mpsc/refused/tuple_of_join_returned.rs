//! Returns what `join!` gives. | tuple-for-list: "gives a tuple. Take it apart"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;
pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (tx, mut rx) = mpsc::channel(capacity);
    let scale = async move {
        for p in parcels {
            tx.send(weigh(p).await).await.unwrap();
        }
    };
    let printer = async {
        let mut l = vec![];
        while let Some(w) = rx.recv().await {
            l.push(print_label(w).await);
        }
        l
    };
    tokio::join!(scale, printer)
}
