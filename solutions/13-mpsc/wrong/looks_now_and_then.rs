//! Looks ten times a second whether there is a parcel. | the_printer_is_not_idle_while_a_parcel_waits: "the printer stood idle"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TryRecvError;
use tokio::time::sleep;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        for parcel in parcels {
            bench.send(weigh(parcel).await).await.unwrap();
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        loop {
            match waiting.try_recv() {
                Ok(weighed) => labels.push(print_label(weighed).await),
                Err(TryRecvError::Empty) => sleep(Duration::from_millis(100)).await,
                Err(TryRecvError::Disconnected) => return labels,
            }
        }
    };
    tokio::join!(scale, printer).1
}
