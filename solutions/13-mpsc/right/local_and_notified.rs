//! Two local tasks share a queue in a cell, and ring for each other with Notify.

pub mod given;

use given::{Label, Parcel, Weighed, print_label, weigh};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use tokio::sync::Notify;
use tokio::task::LocalSet;

#[derive(Default)]
struct Bench {
    parcels: RefCell<VecDeque<Weighed>>,
    over: Cell<bool>,
    changed: Notify,
}

pub async fn pipeline(parcels: Vec<Parcel>, capacity: usize) -> Vec<Label> {
    let bench = Rc::new(Bench::default());
    let here = LocalSet::new();
    here.spawn_local({
        let bench = bench.clone();
        async move {
            for parcel in parcels {
                let weighed = weigh(parcel).await;
                while bench.parcels.borrow().len() == capacity {
                    bench.changed.notified().await;
                }
                bench.parcels.borrow_mut().push_back(weighed);
                bench.changed.notify_one();
            }
            bench.over.set(true);
            bench.changed.notify_one();
        }
    });
    let printer = here.spawn_local(async move {
        let mut labels = Vec::new();
        loop {
            let next = bench.parcels.borrow_mut().pop_front();
            match next {
                Some(weighed) => {
                    bench.changed.notify_one();
                    labels.push(print_label(weighed).await);
                }
                None if bench.over.get() => return labels,
                None => bench.changed.notified().await,
            }
        }
    });
    here.run_until(printer).await.unwrap()
}
