//! The promises of `pipeline`. Each runs on a clock that jumps: seconds cost nothing and are exact.
//!
//! What is looked at is what lasts: whatever happens at one and the same instant may happen in any
//! order.

mod model;

use judge::{Fate, Kept, Run, Seen, time};
use lab::SECOND;
use model::{Stretch, never_idle, never_rests, not_ahead, one_at_a_time};
use mpsc::given::{Label, Parcel};
use mpsc::pipeline;
use std::time::Duration;

/// Seconds on the scale and at the printer, for each parcel of a delivery.
type Delivery = &'static [(u32, u32)];

const SLOW_PRINTER: Delivery = &[(1, 9); 12];
const SLOW_SCALE: Delivery = &[(3, 1), (2, 1), (4, 2), (3, 2), (2, 1)];
/// Now the one is slower, now the other.
const UNEVEN: Delivery = &[(1, 7), (1, 1), (2, 2), (1, 1), (6, 1), (1, 5), (1, 1), (1, 3)];
/// What takes so long ends at no multiple of a round step: who sleeps and looks again comes late.
const A_BIT_MORE_THAN_A_SECOND: Duration = Duration::from_millis(1_009);

#[test]
fn every_parcel_gets_its_label_and_the_labels_come_in_order() -> Kept {
    // The order is that of the van, whatever the numbers are, and two may be the same.
    let number = |n: u32| [0, 4, 9, 4, 2, 7, 1, 8, 3][n as usize];
    numbered(UNEVEN, SECOND, 2, number)
        .promises(|seen| all_in_order(seen, &[4, 9, 4, 2, 7, 1, 8, 3]))
        .kept()
}

#[test]
fn when_there_are_no_parcels_there_are_no_labels() -> Kept {
    work(&[], 3).promises(|seen| all_in_order(seen, &[])).takes(Duration::ZERO).kept()
}

#[test]
fn one_parcel_at_a_time_is_weighed_and_one_is_labelled() -> Kept {
    work(UNEVEN, 12).promises(|seen| one_at_a_time(&stretches(seen))).kept()
}

#[test]
fn the_scale_is_never_more_than_the_bench_and_one_hand_ahead() -> Kept {
    work(SLOW_PRINTER, 3).promises(|seen| not_ahead(&stretches(seen), 3)).kept()
}

#[test]
fn weighing_goes_on_while_the_bench_has_room() -> Kept {
    work(SLOW_PRINTER, 5)
        .promises(|seen| never_rests(&stretches(seen), SLOW_PRINTER.len(), 5))
        .kept()
}

#[test]
fn the_printer_is_not_idle_while_a_parcel_waits() -> Kept {
    numbered(SLOW_SCALE, A_BIT_MORE_THAN_A_SECOND, 1, |n| n)
        .promises(|seen| never_idle(&stretches(seen)))
        .kept()
}

#[test]
fn it_ends_with_the_last_label_and_leaves_nothing_running() -> Kept {
    work(UNEVEN, 1)
        .promises(|seen| with_the_last_label(seen, UNEVEN.len()))
        .leaves_nothing_running()
        .kept()
}

#[test]
fn all_of_this_holds_for_whatever_delivery() -> Kept {
    judge::any_input(model::cases)
}

/// `pipeline` of a delivery whose parcels are numbered 1, 2, 3 and so on.
fn work(delivery: Delivery, capacity: usize) -> Run<Vec<Label>> {
    numbered(delivery, SECOND, capacity, |n| n)
}

/// `pipeline` of a delivery that is measured in `second`s, with the mistakes that can be made in any.
fn numbered(
    delivery: Delivery,
    second: Duration,
    capacity: usize,
    number: fn(u32) -> u32,
) -> Run<Vec<Label>> {
    let parcel = |(n, (weigh, print)): (u32, &(u32, u32))| {
        Parcel::new(number(n), *weigh * second, *print * second)
    };
    let parcels: Vec<Parcel> = (1..).zip(delivery).map(parcel).collect();
    judge::run(move || pipeline(parcels, capacity))
        .a_hang_means(
            "kept-unpolled",
            "Something has long had its time on the scale or at the printer, and is still not over: nobody \
             polls it. A future that is kept and not polled stands still with all that it holds, and \
             whoever waits for it waits for ever.",
            |seen| seen.spans("").iter().any(|span| span.fate == Fate::Running),
        )
        .a_hang_means("dropped-half-way", DROPPED, dropped_half_way)
        .a_hang_means(
            "sender-alive",
            "No parcel was left to label, and still it waits for another: it was not told that there is \
             none. With a channel, recv gives None only when the last sender has been dropped. Does \
             somebody still hold one?",
            |seen| {
                let prints = seen.spans("print");
                let over = prints.iter().all(|print| print.fate == Fate::Completed);
                over && prints.len() == delivery.len()
            },
        )
        .a_hang_means(
            "nobody-receives",
            "Parcels were weighed, and none was ever taken off the bench. A send waits for room, and \
             whoever is to make it has to be at work meanwhile.",
            |seen| seen.spans("weigh").len() > capacity && seen.spans("print").is_empty(),
        )
        .a_hang_means(
            "never-handed-over",
            "A weighed parcel waits, the printer has nothing to do, and the one never gets to the other. \
             Either nobody takes parcels off the bench any more, or a send that nobody polls any more \
             stands still and keeps its turn.",
            |seen| {
                let all = seen.spans("");
                let over = all.iter().all(|span| span.fate == Fate::Completed);
                over && seen.spans("weigh").len() > seen.spans("print").len()
            },
        )
        .usually_means(
            "never-sent",
            "Not one parcel reached the printer: each was dropped once it was weighed. A send that is \
             not awaited sends nothing, and one whose receiver is gone gives the parcel back.",
            |seen| !falls(seen).is_empty() && seen.spans("print").is_empty(),
        )
        .usually_means(
            "over-too-soon",
            "It was over while a weighed parcel still waited for its label, or was at the printer. \
             That everything is weighed, or that so many are labelled, is not yet the end.",
            |seen| falls(seen).first().is_some_and(|at| *at == seen.elapsed),
        )
        .usually_means("dropped-half-way", DROPPED, dropped_half_way)
        .usually_means(
            "parcel-lost",
            "A weighed parcel was dropped while others were labelled. A send that does not wait for \
             room gives the parcel back in its error, one that gives up drops it, and a watch keeps only \
             the last: whatever nobody keeps is lost.",
            |seen| !falls(seen).is_empty(),
        )
        .usually_means(
            "several-at-once",
            "There is one scale and one printer. Several calls of the same kind were under way \
             together: begin the next when the one before it has returned.",
            |seen| one_at_a_time(&stretches(seen)).is_err(),
        )
        .usually_means(
            "filled-then-emptied",
            "The first label began only when every parcel had been weighed. Receiving has to go on \
             beside the sending, not after it.",
            |seen| emptied_after_filling(seen, delivery.len()),
        )
        .usually_means(
            "one-after-another",
            "Scale and printer never worked at the same time. While a label is printed, its parcel \
             is off the bench, and the next one belongs on the scale.",
            |seen| never_overlapped(seen, delivery.len()),
        )
        .usually_means(
            "no-backpressure",
            "The scale never once waited for the printer: nothing told it that the bench was full. \
             A limit is one only when whoever reaches it has to wait.",
            |seen| not_ahead(&stretches(seen), capacity).is_err() && went_through(seen, delivery.len()),
        )
        .usually_means(
            "waiting-elsewhere",
            "The scale was held back, but too late: weighed parcels had more room than one bench of that \
             size and one hand. Every channel counts, and all the room in it; so does every Vec, and \
             every variable.",
            |seen| not_ahead(&stretches(seen), capacity).is_err(),
        )
}

const DROPPED: &str = "A parcel was on the scale or at the printer, and the future of that was dropped before \
    it was over. `select!` drops what is not the first, and `timeout` what takes too long: what is dropped \
    half-way is lost.";

fn dropped_half_way(seen: &Seen<Vec<Label>>) -> bool {
    seen.spans("").iter().any(|span| span.fate == Fate::Cancelled)
}

fn stretches(seen: &Seen<Vec<Label>>) -> Vec<Stretch> {
    model::stretches(&seen.spans("weigh"), &seen.spans("print"), seen.elapsed)
}

fn all_in_order(seen: &Seen<Vec<Label>>, promised: &[u32]) -> Result<(), String> {
    let Some(labels) = &seen.value else { return Ok(()) };
    let got: Vec<u32> = labels.iter().map(Label::number).collect();
    if got == promised {
        return Ok(());
    }
    let missing = promised.iter().filter(|number| !got.contains(number)).count();
    Err(match missing {
        0 => format!("The labels came as {got:?}; the promise is {promised:?}."),
        n => format!(
            "Of {} labels {n} {} missing: it returned {got:?}; the promise is {promised:?}.",
            promised.len(),
            if n == 1 { "was" } else { "were" }
        ),
    })
}

fn with_the_last_label(seen: &Seen<Vec<Label>>, parcels: usize) -> Result<(), String> {
    let prints = seen.spans("print");
    let printed = prints.iter().filter(|span| span.fate == Fate::Completed).count();
    let last = prints.iter().map(|span| span.end).max().unwrap_or_default();
    if printed < parcels {
        Err(format!("It returned with {printed} of {parcels} labels printed; the promise is all."))
    } else if seen.elapsed != last {
        Err(format!(
            "The last label was printed at {} and it returned at {}; the promise is at once.",
            time(last),
            time(seen.elapsed)
        ))
    } else {
        Ok(())
    }
}

/// When weighed parcels were dropped that had no label.
fn falls(seen: &Seen<Vec<Label>>) -> Vec<Duration> {
    let said = seen.timeline.said.iter().filter(|said| !said.own);
    said.filter(|said| said.line.ends_with("fell on the floor")).map(|said| said.at).collect()
}

fn emptied_after_filling(seen: &Seen<Vec<Label>>, parcels: usize) -> bool {
    let weighs = seen.spans("weigh");
    let first = seen.spans("print").first().map(|span| span.start);
    parcels > 1
        && weighs.len() == parcels
        && first.is_some_and(|first| weighs.iter().all(|span| span.end <= first))
}

fn never_overlapped(seen: &Seen<Vec<Label>>, parcels: usize) -> bool {
    let stretches = stretches(seen);
    parcels > 1
        && stretches.iter().any(|it| it.printing > 0)
        && !stretches.iter().any(|it| it.weighing > 0 && it.printing > 0)
}

/// Whether the scale was at work from the first parcel to the last without a rest.
fn went_through(seen: &Seen<Vec<Label>>, parcels: usize) -> bool {
    stretches(seen).iter().all(|it| it.weighing > 0 || it.begun == 0 || it.begun == parcels)
}
