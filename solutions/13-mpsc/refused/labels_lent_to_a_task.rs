//! Has the task that labels borrow the list. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (sender, mut receiver) = mpsc::channel(capacity);
    let mut labels = Vec::new();
    let labelling = tokio::spawn(async {
        while let Some(weighed) = receiver.recv().await {
            labels.push(print_label(weighed).await);
        }
    });
    for parcel in parcels {
        let _ = sender.send(weigh(parcel).await).await;
    }
    drop(sender);
    labelling.await.unwrap();
    labels
}
