//! Weighs two parcels at a time, within the limit. | one_parcel_at_a_time_is_weighed_and_one_is_labelled: "There is one scale" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "There is one scale" | the_printer_is_not_idle_while_a_parcel_waits: "There is one scale"

pub mod given;

use futures::StreamExt;
use futures::stream;
use given::{Label, Parcel, print_label, weigh};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = async move {
        let mut weighed = stream::iter(parcels).map(weigh).buffered(2);
        while let Some(weighed) = weighed.next().await {
            bench.send(weighed).await.unwrap();
        }
    };
    let printer = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = waiting.recv().await {
            labels.push(print_label(weighed).await);
        }
        labels
    };
    tokio::join!(scale, printer).1
}
