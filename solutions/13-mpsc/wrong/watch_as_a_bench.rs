//! A watch for a bench, which keeps only the last parcel. | every_parcel_gets_its_label_and_the_labels_come_in_order: "a watch keeps only the last" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "a watch keeps only the last" | it_ends_with_the_last_label_and_leaves_nothing_running: "a watch keeps only the last"

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use std::sync::Mutex;
use tokio::sync::watch;

pub async fn pipeline(parcels: Vec<Parcel>, _capacity: usize) -> Vec<Label> {
    let (bench, mut waiting) = watch::channel(Mutex::new(None::<Weighed>));
    let scale = async move {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            bench.send_replace(Mutex::new(Some(weighed)));
        }
    };
    let printer = async {
        let mut labels = Vec::new();
        while waiting.changed().await.is_ok() {
            let weighed = waiting.borrow_and_update().lock().expect("no poison").take();
            if let Some(weighed) = weighed {
                labels.push(print_label(weighed).await);
            }
        }
        labels
    };
    tokio::join!(scale, printer).1
}
