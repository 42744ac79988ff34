//! Weighs a parcel, prints its label, and goes on to the next. | weighing_goes_on_while_the_bench_has_room: "never worked at the same time"

pub mod given;

use given::{Label, Parcel, print_label, weigh};

pub async fn pipeline(parcels: Vec<Parcel>, _capacity: usize) -> Vec<Label> {
    let mut labels = Vec::new();
    for parcel in parcels {
        labels.push(print_label(weigh(parcel).await).await);
    }
    labels
}
