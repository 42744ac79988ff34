//! Forwards a stream into futures' channel, which has a place more, while the stream goes on. | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "more room than one bench"

pub mod given;

use futures::channel::mpsc;
use futures::stream::{self, StreamExt};
use given::{Label, Parcel, print_label, weigh};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, waiting) = mpsc::channel(capacity);
    let scale = stream::iter(parcels).then(weigh).map(Ok).forward(bench);
    let printer = waiting.then(print_label).collect();
    tokio::join!(scale, printer).1
}
