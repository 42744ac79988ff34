//! The promises of `pipeline`. Each runs on a clock that jumps: seconds cost nothing and are exact.
//!
//! What is looked at is what lasts: whatever happens at one and the same instant may happen in any
//! order.

use judge::{Fate, Kept, Run, Seen, Span};
use lab::SECOND;
use mpsc::given::{Label, Parcel};
use mpsc::pipeline;
use std::time::Duration;

/// Seconds on the scale and at the printer, for each parcel of a delivery.
type Delivery = &'static [(u32, u32)];

const SLOW_PRINTER: Delivery = &[(1, 9); 12];
const SLOW_SCALE: Delivery = &[(3, 1), (2, 1), (4, 2), (3, 2), (2, 1)];
/// Now the one is slower, now the other.
const UNEVEN: Delivery = &[(1, 7), (1, 1), (2, 2), (1, 1), (6, 1), (1, 5), (1, 1), (1, 3)];
const LORRY: Delivery = &[(1, 50); 40];
/// What takes so long ends at no multiple of a round step: who sleeps and looks again comes late.
const A_BIT_MORE_THAN_A_SECOND: Duration = Duration::from_millis(1_009);

#[test]
fn every_parcel_gets_its_label_and_the_labels_come_in_order() -> Kept {
    let in_order = |delivery: Delivery, capacity, number: fn(u32) -> u32| {
        let promised: Vec<u32> = (1..).map(number).take(delivery.len()).collect();
        numbered(delivery, SECOND, capacity, number)
            .promises(move |it| all_in_order(it, &promised))
            .kept()
    };
    in_order(UNEVEN, 2, |n| n)
        .and(in_order(SLOW_PRINTER, 1, |n| n))
        .and(in_order(SLOW_SCALE, 3, |n| n))
        // The order is that of the van, whatever the numbers are, and two may be the same.
        .and(in_order(SLOW_SCALE, 2, |n| [0, 4, 9, 4, 2, 7][n as usize]))
        .and(in_order(&[(2, 2)], 1, |n| n))
}

#[test]
fn when_there_are_no_parcels_there_are_no_labels() -> Kept {
    work(&[], 3).promises(|seen| all_in_order(seen, &[])).takes(Duration::ZERO).kept()
}

#[test]
fn one_parcel_at_a_time_is_weighed_and_one_is_labelled() -> Kept {
    let one_each = |delivery, capacity| work(delivery, capacity).promises(one_at_a_time).kept();
    one_each(SLOW_PRINTER, 4).and(one_each(SLOW_SCALE, 2)).and(one_each(UNEVEN, 12))
}

#[test]
fn the_scale_is_never_more_than_the_bench_and_one_hand_ahead() -> Kept {
    let held_back = |delivery, capacity| {
        work(delivery, capacity).promises(move |seen| not_ahead(seen, capacity)).kept()
    };
    let in_the_small = (2..=8).map(|capacity| held_back(SLOW_PRINTER, capacity));
    in_the_small
        .fold(held_back(SLOW_PRINTER, 1), Kept::and)
        .and(held_back(UNEVEN, 3))
        .and(held_back(LORRY, 30))
}

#[test]
fn weighing_goes_on_while_the_bench_has_room() -> Kept {
    let goes_on = |delivery: Delivery, capacity| {
        let weighing = move |seen: &_| never_rests(seen, delivery.len(), capacity);
        work(delivery, capacity).promises(weighing).kept()
    };
    let in_the_small = (2..=8).map(|capacity| goes_on(SLOW_PRINTER, capacity));
    in_the_small
        .fold(goes_on(SLOW_PRINTER, 1), Kept::and)
        .and(goes_on(SLOW_SCALE, 2))
        .and(goes_on(UNEVEN, 20))
        .and(goes_on(LORRY, 30))
}

#[test]
fn the_printer_is_not_idle_while_a_parcel_waits() -> Kept {
    let busy = |delivery, capacity| {
        numbered(delivery, A_BIT_MORE_THAN_A_SECOND, capacity, |n| n).promises(never_idle).kept()
    };
    busy(SLOW_SCALE, 1).and(busy(SLOW_SCALE, 8)).and(busy(UNEVEN, 2)).and(busy(SLOW_PRINTER, 40))
}

#[test]
fn it_ends_with_the_last_label_and_leaves_nothing_running() -> Kept {
    let ends = |delivery: Delivery, capacity| {
        let with_the_last = move |seen: &_| with_the_last_label(seen, delivery.len());
        work(delivery, capacity).promises(with_the_last).leaves_nothing_running().kept()
    };
    ends(UNEVEN, 1).and(ends(SLOW_SCALE, 10)).and(ends(SLOW_PRINTER, 3)).and(ends(&[(1, 4)], 2))
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
            "sender-alive",
            "No parcel was left to label, and still it waits for another. recv gives None only when \
             the last sender has been dropped, and one is alive: somebody still holds it.",
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
            |seen| !seen.spans("weigh").is_empty() && seen.spans("print").is_empty(),
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
        .usually_means(
            "parcel-lost",
            "A weighed parcel was dropped while others were labelled. A send that does not wait for \
             room gives the parcel back in its error, one that gives up drops it: it is lost.",
            |seen| !falls(seen).is_empty(),
        )
        .usually_means(
            "several-at-once",
            "There is one scale and one printer. Several calls of the same kind were under way \
             together: begin the next when the one before it has returned.",
            |seen| one_at_a_time(seen).is_err(),
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
            |seen| not_ahead(seen, capacity).is_err() && went_through(seen, delivery.len()),
        )
        .usually_means(
            "waiting-elsewhere",
            "The scale was held back, but too late: weighed parcels waited in more places than one \
             bench and one hand. Every channel counts, every Vec, every variable.",
            |seen| not_ahead(seen, capacity).is_err(),
        )
}

/// A stretch of time in which nothing began and nothing ended.
struct Stretch {
    from: Duration,
    to: Duration,
    /// How many parcels had been put on the scale.
    begun: usize,
    /// How many were weighed and not yet at the printer.
    waiting: usize,
    /// How many were on the scale, and how many at the printer.
    weighing: usize,
    printing: usize,
}

/// The run, stretch by stretch.
fn stretches(seen: &Seen<Vec<Label>>) -> Vec<Stretch> {
    let (weighs, prints) = (seen.spans("weigh"), seen.spans("print"));
    let both = || weighs.iter().chain(&prints);
    let mut times = vec![Duration::ZERO, seen.elapsed];
    times.extend(both().flat_map(|span| [span.start, span.end]));
    let moments = judge::moments(times);
    let stretch = |pair: &[Duration]| {
        let (from, to) = (pair[0], pair[1]);
        let begun = |spans: &[&Span]| spans.iter().filter(|span| span.start <= from).count();
        let at_work =
            |spans: &[&Span]| spans.iter().filter(|it| it.start <= from && to <= it.end).count();
        let done = |span: &&&Span| span.fate == Fate::Completed && span.end <= from;
        Stretch {
            from,
            to,
            begun: begun(&weighs),
            waiting: weighs.iter().filter(done).count().saturating_sub(begun(&prints)),
            weighing: at_work(&weighs),
            printing: at_work(&prints),
        }
    };
    moments.windows(2).map(stretch).collect()
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

fn one_at_a_time(seen: &Seen<Vec<Label>>) -> Result<(), String> {
    let too_many = |it: &&Stretch| it.weighing > 1 || it.printing > 1;
    match stretches(seen).iter().find(too_many) {
        None => Ok(()),
        Some(it) if it.weighing > 1 => Err(format!(
            "At {} s, {} parcels were on the scale; the promise is one at a time.",
            it.from.as_secs_f64(),
            it.weighing
        )),
        Some(it) => Err(format!(
            "At {} s, {} labels were being printed; the promise is one at a time.",
            it.from.as_secs_f64(),
            it.printing
        )),
    }
}

fn not_ahead(seen: &Seen<Vec<Label>>, capacity: usize) -> Result<(), String> {
    let ahead = |it: &Stretch| it.waiting + it.weighing;
    match stretches(seen).iter().find(|it| ahead(it) > capacity + 1) {
        None => Ok(()),
        Some(it) => Err(format!(
            "At {} s the scale was {} parcels ahead of the printer; the promise is at most {}: \
             {capacity} on the bench and one in hand.",
            it.from.as_secs_f64(),
            ahead(it),
            capacity + 1
        )),
    }
}

fn never_rests(seen: &Seen<Vec<Label>>, parcels: usize, capacity: usize) -> Result<(), String> {
    let rests = |it: &&Stretch| it.weighing == 0 && it.begun < parcels && it.waiting < capacity;
    match stretches(seen).iter().find(rests) {
        None => Ok(()),
        Some(it) => Err(format!(
            "From {} s to {} s the scale stood still with room for {} on the bench; the promise is \
             that weighing goes on.",
            it.from.as_secs_f64(),
            it.to.as_secs_f64(),
            capacity - it.waiting,
        )),
    }
}

fn never_idle(seen: &Seen<Vec<Label>>) -> Result<(), String> {
    match stretches(seen).iter().find(|it| it.printing == 0 && it.waiting > 0) {
        None => Ok(()),
        Some(it) => Err(format!(
            "From {} s to {} s the printer stood idle while {} waited; the promise is that it \
             prints.",
            it.from.as_secs_f64(),
            it.to.as_secs_f64(),
            if it.waiting == 1 { "a parcel".to_owned() } else { format!("{} parcels", it.waiting) },
        )),
    }
}

fn with_the_last_label(seen: &Seen<Vec<Label>>, parcels: usize) -> Result<(), String> {
    let prints = seen.spans("print");
    let printed = prints.iter().filter(|span| span.fate == Fate::Completed).count();
    let last = prints.iter().map(|span| span.end).max().unwrap_or_default();
    if printed < parcels {
        Err(format!("It returned with {printed} of {parcels} labels printed; the promise is all."))
    } else if seen.elapsed != last {
        Err(format!(
            "The last label was printed at {} s and it returned at {} s; the promise is at once.",
            last.as_secs_f64(),
            seen.elapsed.as_secs_f64()
        ))
    } else {
        Ok(())
    }
}

/// When weighed parcels were dropped that had no label.
fn falls(seen: &Seen<Vec<Label>>) -> Vec<Duration> {
    let fell = seen.timeline.said.iter().filter(|said| said.line.ends_with("fell on the floor"));
    fell.map(|said| said.at).collect()
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
