//! # 13 · Mpsc: an answer

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

/// Weighs every parcel, prints its label, and returns the labels in the order of the parcels.
pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);

    // `async move`, so that the sender moves in here and is dropped when the loop is over. That is
    // what ends the other loop. Had it stayed outside, borrowed, it would live until the function
    // returns, and the function would return only once it was gone.
    let scale = async move {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            // Waits while the bench is full, and with it the loop: the next parcel goes on the scale
            // only when this one has found its place. This line is all the backpressure there is.
            if bench.send(weighed).await.is_err() {
                break; // Nobody prints any more; it cannot happen here, as both loops end together.
            }
        }
    };

    let printer = async {
        let mut labels = Vec::new();
        // One message at a time: taking one makes room for one.
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };

    // Side by side. No task is needed for that, and so nothing can be left running.
    let ((), labels) = tokio::join!(scale, printer);
    labels
}
