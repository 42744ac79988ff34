//! Keeps a send that nobody polls, which has its turn, and waits for room behind it. | it_ends_with_the_last_label_and_leaves_nothing_running: "a send that nobody polls any more"

pub mod given;

use given::{Label, Parcel};
use tokio::sync::mpsc;
use tokio::time::{Duration, interval};

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let (bench, mut printer) = mpsc::channel(capacity);
    let scale = async move {
        let mut beat = interval(Duration::from_secs(1));
        let mut held = Vec::new();
        for parcel in parcels {
            let weighed = given::weigh(parcel).await;
            held.push(weighed);
            while let Some(weighed) = held.pop() {
                let send = bench.send(weighed);
                tokio::pin!(send);
                tokio::select! {
                    biased;
                    sent = &mut send => sent.unwrap(),
                    _ = beat.tick() => {
                        // "make sure that there is room before going on"
                        let _room = bench.reserve().await.unwrap();
                        send.await.unwrap();
                    }
                }
            }
        }
    };
    let printing = async {
        let mut labels = Vec::new();
        while let Some(weighed) = printer.recv().await {
            labels.push(given::print_label(weighed).await);
        }
        labels
    };
    let ((), labels) = tokio::join!(scale, printing);
    labels
}
