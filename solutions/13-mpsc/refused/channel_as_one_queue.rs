//! Takes the channel for one queue. | channel-is-a-pair: "A channel is a pair"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;
pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let queue = mpsc::channel(capacity);
    let scale = async {
        for p in parcels {
            queue.send(weigh(p).await).await;
        }
    };
    let printer = async {
        let mut l = vec![];
        while let Some(w) = queue.recv().await {
            l.push(print_label(w).await);
        }
        l
    };
    let ((), l) = tokio::join!(scale, printer);
    l
}
