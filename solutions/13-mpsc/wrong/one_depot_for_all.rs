//! A static lock: one delivery waits for the other. | all_of_this_holds_for_whatever_delivery: "Calls that run at the same time share something"

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use tokio::sync::{Mutex, Semaphore, mpsc};

static DEPOT: Mutex<()> = Mutex::const_new(());

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let _depot = DEPOT.lock().await;
    let (tx, mut rx) = mpsc::channel::<Weighed>(capacity.min(Semaphore::MAX_PERMITS));
    let scale = async move {
        for parcel in parcels {
            let _ = tx.send(weigh(parcel).await).await;
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = rx.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
