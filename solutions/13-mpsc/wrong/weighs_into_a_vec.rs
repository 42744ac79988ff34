//! Weighs everything into a Vec, then prints. | the_scale_is_never_more_than_the_bench_and_one_hand_ahead: "only when every parcel had been weighed" | the_printer_is_not_idle_while_a_parcel_waits: "only when every parcel had been weighed"

pub mod given;

use given::{Label, Parcel, print_label, weigh};

pub async fn pipeline(parcels: Vec<Parcel>, _capacity: usize) -> Vec<Label> {
    let mut weighed = Vec::new();
    for parcel in parcels {
        weighed.push(weigh(parcel).await);
    }
    let mut labels = Vec::new();
    for parcel in weighed {
        labels.push(print_label(parcel).await);
    }
    labels
}
