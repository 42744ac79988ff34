//! Sends in a branch of a `select!`, while nobody polls the printer. | every_parcel_gets_its_label_and_the_labels_come_in_order: "nobody polls it" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "nobody polls it" | weighing_goes_on_while_the_bench_has_room: "nobody polls it" | it_ends_with_the_last_label_and_leaves_nothing_running: "nobody polls it"

pub mod given;

use given::{Label, Parcel};
use tokio::sync::mpsc;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut rx) = mpsc::channel(capacity);
    let printing = async move {
        let mut labels = Vec::new();
        while let Some(weighed) = rx.recv().await {
            labels.push(given::print_label(weighed).await);
        }
        labels
    };
    tokio::pin!(printing);
    for parcel in parcels {
        tokio::select! {
            _ = &mut printing => unreachable!(),
            weighed = given::weigh(parcel) => bench.send(weighed).await.unwrap(),
        }
    }
    drop(bench);
    printing.await
}
