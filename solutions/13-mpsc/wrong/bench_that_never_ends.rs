//! A bench made by hand that nobody says the end of. | every_parcel_gets_its_label_and_the_labels_come_in_order: "it was not told that there is none" | when_there_are_no_parcels_there_are_no_labels: "it was not told that there is none" | one_parcel_at_a_time_is_weighed_and_one_is_labelled: "it was not told that there is none" | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "it was not told that there is none" | weighing_goes_on_while_the_bench_has_room: "it was not told that there is none" | the_printer_is_not_idle_while_a_parcel_waits: "it was not told that there is none" | it_ends_with_the_last_label_and_leaves_nothing_running: "it was not told that there is none"

pub mod given;

use given::{Label, Parcel, print_label, weigh};
use std::cell::RefCell;
use std::collections::VecDeque;
use tokio::sync::Notify;

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let bench = RefCell::new(VecDeque::new());
    let (put, taken) = (Notify::new(), Notify::new());
    let labels = RefCell::new(Vec::new());
    let scale = async {
        for parcel in parcels {
            let weighed = weigh(parcel).await;
            while bench.borrow().len() == capacity {
                taken.notified().await;
            }
            bench.borrow_mut().push_back(weighed);
            put.notify_one();
        }
    };
    let printer = async {
        loop {
            let next = bench.borrow_mut().pop_front();
            let Some(weighed) = next else {
                put.notified().await;
                continue;
            };
            taken.notify_one();
            let label = print_label(weighed).await;
            labels.borrow_mut().push(label);
        }
    };
    let ((), ()) = tokio::join!(scale, printer);
    labels.into_inner()
}
