//! The depot of this story: a scale and a label printer. Given: there is nothing to edit here.

use lab::{fetch, say};
use std::time::Duration;

/// A parcel as it comes from the van.
#[derive(Debug)]
pub struct Parcel {
    number: u32,
    on_the_scale: Duration,
    at_the_printer: Duration,
}

impl Parcel {
    /// Parcel `number`, with the time that it takes on the scale and then at the printer.
    pub fn new(number: u32, on_the_scale: Duration, at_the_printer: Duration) -> Parcel {
        Parcel { number, on_the_scale, at_the_printer }
    }
}

/// A parcel that has been weighed and waits for its label. Only the scale makes one.
#[derive(Debug)]
pub struct Weighed {
    number: u32,
    at_the_printer: Duration,
    grams: u32,
    labelled: bool,
}

/// What is stuck on a parcel in the end. Only the printer makes one.
#[derive(Debug)]
pub struct Label {
    number: u32,
    grams: u32,
}

impl Label {
    /// The number of the parcel that it belongs to.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// What that parcel weighs.
    pub fn grams(&self) -> u32 {
        self.grams
    }
}

/// Weighs a parcel. There is one scale, and one parcel at a time fits on it.
pub async fn weigh(parcel: Parcel) -> Weighed {
    let Parcel { number, on_the_scale, at_the_printer } = parcel;
    say!("parcel {number} is on the scale");
    fetch(format!("weigh {number}"), on_the_scale).await;
    let grams = 200 + number * 7919 % 3800;
    Weighed { number, at_the_printer, grams, labelled: false }
}

/// Prints the label of a parcel. There is one printer, and it prints one label at a time.
pub async fn print_label(mut weighed: Weighed) -> Label {
    let Weighed { number, at_the_printer, grams, .. } = weighed;
    say!("        label {number} is being printed");
    fetch(format!("print {number}"), at_the_printer).await;
    weighed.labelled = true;
    Label { number, grams }
}

impl Drop for Weighed {
    fn drop(&mut self) {
        if !self.labelled {
            say!("parcel {} fell on the floor", self.number);
        }
    }
}
