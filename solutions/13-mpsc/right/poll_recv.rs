//! A stream made by unfold for the printer, and the receiver polled by hand.

pub mod given;

use futures::stream::{self, StreamExt};
use given::{Label, Parcel, print_label, weigh};
use std::future::poll_fn;
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = mpsc::channel(capacity);
    let scale = stream::iter(parcels).fold(bench, |bench, parcel| async move {
        let weighed = weigh(parcel).await;
        bench.send(weighed).await.unwrap();
        bench
    });
    let scale = async move { drop(scale.await) };
    let from_bench = stream::poll_fn(move |cx| waiting.poll_recv(cx));
    let printer = from_bench.fold(Vec::new(), |mut labels, weighed| async move {
        labels.push(print_label(weighed).await);
        labels
    });
    let (mut scale, mut printer) = (Box::pin(scale), Box::pin(printer));
    let mut weighing = true;
    poll_fn(|cx| {
        if weighing && scale.as_mut().poll(cx).is_ready() {
            weighing = false;
        }
        printer.as_mut().poll(cx)
    })
    .await
}
