//! The promises of `upload`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! Dialling takes one second, and no two uploads do something at the same moment.

mod model;

use cancel_is_drop::given::{DIAL, File, Slots, Step, Trouble};
use cancel_is_drop::upload;
use futures::FutureExt;
use judge::{Fate, Kept, Run, Seen, Span, time};
use lab::SECOND;
use model::Upload;
use std::time::Duration;
use tokio::task::yield_now;

#[test]
fn a_slot_is_taken_until_the_file_is_sent() -> Kept {
    let holds = |length: u64| {
        let one = day("monday", 0, length, 900);
        let sent = DIAL + one.lengths[1];
        story(vec![one])
            .promises(|seen| match first_slot(seen) {
                Some(slot) if slot.start.is_zero() && slot.end >= sent => Ok(()),
                Some(slot) => Err(format!(
                    "{} was taken from {} to {}; the promise is from 0 s until the file is sent, at {}.",
                    slot.name,
                    time(slot.start),
                    time(slot.end),
                    time(sent)
                )),
                None => Err(NO_SLOT.to_owned()),
            })
            .kept()
    };
    holds(2_300).and(holds(47))
}

#[test]
fn the_check_needs_no_slot() -> Kept {
    let monday = day("monday", 0, 2_300, 4_100);
    let waits = day("tuesday", 700, 1_900, 600);
    story(vec![monday, patient(waits)])
        .promises(|seen| is_free(seen, "When the file was sent", 3_300))
        .kept()
}

#[test]
fn when_a_step_fails_the_slot_is_free() -> Kept {
    let fails = |step, at, when: &str| {
        let monday =
            Upload { trouble: Some((step, Trouble::Fails)), ..day("monday", 0, 2_300, 500) };
        let waits = patient(day("tuesday", 700, 1_900, 600));
        story(vec![monday, waits]).promises(|seen| is_free(seen, when, at)).kept()
    };
    fails(Step::Dial, 1_000, "When dialling failed").and(fails(
        Step::Send,
        3_300,
        "When sending failed",
    ))
}

#[test]
fn an_upload_that_is_dropped_while_it_dials_frees_its_slot() -> Kept {
    let monday = Upload { patience: ms(430), ..day("monday", 0, 2_300, 500) };
    // Also when it has only just begun to: there is no moment at which nobody would free the slot.
    let just_begun = judge::run(|| async {
        let slots = Slots::new(1);
        for polls in 1..=4 {
            let mut upload = Box::pin(upload(&slots, File::new("monday", SECOND, SECOND)));
            for _ in 0..polls {
                if upload.as_mut().now_or_never().is_some() {
                    break;
                }
                yield_now().await;
            }
        }
        slots
    });
    let just_begun = just_begun
        .promises(|seen| match first_slot_kept(seen) {
            Some(slot) => Err(format!(
                "An upload was dropped at once, after a few polls, and {} was never freed; the promise is \
                 that it is free at once.",
                slot.name
            )),
            None => Ok(()),
        })
        .usually_means("not-freed-by-drop", NOT_FREED_BY_DROP, |seen| {
            first_slot_kept(seen).is_some()
        });
    dropped(monday, 430).and(just_begun.kept())
}

#[test]
fn an_upload_that_is_dropped_while_it_sends_frees_its_slot() -> Kept {
    let monday = Upload { patience: ms(2_170), ..day("monday", 0, 2_300, 500) };
    dropped(monday, 2_170)
}

#[test]
fn when_a_step_panics_the_slot_is_free() -> Kept {
    let panics = |step, at, when: &str| {
        let monday =
            Upload { trouble: Some((step, Trouble::Panics)), ..day("monday", 0, 2_300, 500) };
        let waits = patient(day("tuesday", 700, 1_900, 600));
        story(vec![monday, waits]).expects_a_panic().promises(|seen| is_free(seen, when, at)).kept()
    };
    panics(Step::Dial, 1_000, "When dialling panicked").and(panics(
        Step::Send,
        3_300,
        "When sending panicked",
    ))
}

#[test]
fn no_slot_is_freed_twice() -> Kept {
    let three = |monday| {
        let tuesday = day("tuesday", 700, 3_900, 600);
        let wednesday = day("wednesday", 1_300, 1_100, 500);
        story(vec![monday, patient(tuesday), patient(wednesday)]).promises(freed_once).kept()
    };
    // Its check ends in three ways: always while the slot is another's.
    let monday = day("monday", 0, 2_300, 1_700);
    let fails = Upload { trouble: Some((Step::Check, Trouble::Fails)), ..monday.clone() };
    let dropped = Upload { patience: ms(4_230), ..monday.clone() };
    // The same before its file is sent.
    let fails_sooner = Upload { trouble: Some((Step::Send, Trouble::Fails)), ..monday.clone() };
    let dropped_sooner = Upload { patience: ms(2_170), ..monday.clone() };
    let sooner = three(fails_sooner).and(three(dropped_sooner));
    three(monday).and(three(fails)).and(three(dropped)).and(sooner)
}

#[test]
fn the_steps_come_in_turn_and_the_first_error_is_returned() -> Kept {
    let comes_to = |trouble: Option<Step>, steps: usize, came: &str| {
        let trouble = trouble.map(|step| (step, Trouble::Fails));
        let monday = Upload { trouble, ..day("monday", 0, 2_300, 500) };
        let lengths = monday.lengths;
        story(vec![monday])
            .promises(|seen| {
                in_turn(seen, &lengths[..steps])?;
                let returned = seen.value.as_ref().map_or("", |(came, _)| &came[0]);
                if returned == came {
                    return Ok(());
                }
                let promised = if came == "Ok" { "Ok" } else { "the error of that step" };
                Err(format!("It returned \"{returned}\"; the promise is {promised}, \"{came}\"."))
            })
            .kept()
    };
    comes_to(None, 3, "Ok")
        .and(comes_to(Some(Step::Dial), 1, "monday: nobody answers"))
        .and(comes_to(Some(Step::Send), 2, "monday: the link broke"))
        .and(comes_to(Some(Step::Check), 3, "monday: the shore cannot read it"))
}

#[test]
fn all_of_this_holds_on_whatever_ship() -> Kept {
    judge::any_input(model::cases)
}

/// What came of each upload. The slots are returned too, so that one that nobody frees is seen to be taken
/// to the end.
type Story = (Vec<String>, Slots);

fn ms(millis: u64) -> Option<Duration> {
    Some(Duration::from_millis(millis))
}

/// Times are in milliseconds.
fn day(name: &str, begins: u64, sending: u64, checking: u64) -> Upload {
    let [begins, sending, checking] = [begins, sending, checking].map(Duration::from_millis);
    let lengths = [DIAL, sending, checking];
    Upload { name: name.to_owned(), begins, lengths, trouble: None, patience: None }
}

/// It gives up before long, so that a slot that nobody frees doesn't make it wait for ever.
fn patient(upload: Upload) -> Upload {
    Upload { patience: ms(11_210), ..upload }
}

/// One upload is dropped, and another waits for its slot.
fn dropped(upload: Upload, at: u64) -> Kept {
    let waits = patient(day("tuesday", 210, 1_900, 600));
    story(vec![upload, waits])
        .promises(|seen| is_free(seen, "When the upload was dropped", at))
        .promises(|seen| nothing_goes_on(seen, at))
        .kept()
}

/// These uploads share one slot. With the mistakes to be made with any.
fn story(uploads: Vec<Upload>) -> Run<Story> {
    let all = uploads.clone();
    // What ends the first, where something does.
    let first = uploads[0].patience;
    let is_dropped = first.is_some();
    let trouble = uploads[0].trouble.map(|(_, trouble)| trouble);
    judge::run(move || async move {
        let slots = Slots::new(1);
        let came = judge::join_all(all.iter().map(|upload| upload.happens(&slots))).await;
        (came, slots)
    })
    .usually_means("freed-twice", FREED_TWICE, |seen| count(seen, IN_VAIN) > 0)
    .usually_means(
        "goes-on-without-it",
        "A spawned task goes on when the upload is dropped: dropping its JoinHandle does not stop it. Await          the step itself, or let something own the task that aborts it when it is dropped.",
        |seen| {
            let late = |step: &Span| first.is_some_and(|at| step.end > at);
            first_slot(seen).is_some_and(|slot| first >= Some(slot.end)) && steps(seen).any(late)
        },
    )
    .usually_means(
        "freed-too-soon",
        "The slot was freed while its file was on the way. A guard is dropped at the end of its block; \
         one that has no name, or is called `_`, is dropped at once.",
        |seen| first_slot(seen).is_some_and(|slot| steps(seen).any(|step| cut_off(slot, step))),
    )
    .usually_means(
        "held-during-the-check",
        "The slot was free only when the check was over. A guard lives until the end of its block, and \
         over every .await before that. To end it sooner, `drop` it.",
        |seen| {
            let check = steps(seen).find(|step| step.name.starts_with("check"));
            let slot = first_slot(seen).filter(|slot| slot.fate == Fate::Completed);
            check.zip(slot).is_some_and(|(check, slot)| {
                check.start < check.end && slot.end == check.end
            })
        },
    )
    .usually_means(
        "not-freed-by-drop",
NOT_FREED_BY_DROP,
        |seen| is_dropped && never_freed(seen),
    )
    .usually_means(
        "not-freed-at-a-panic",
        "A panic runs none of the lines below it. But it drops the values that the function holds, and \
         runs their Drop.",
        |seen| trouble == Some(Trouble::Panics) && never_freed(seen),
    )
    .usually_means(
        "not-freed-at-an-error",
        "The function returned early, and the line that frees the slot is below that. `?` is a `return`, \
         too: it drops the values that the function holds, and runs no other line.",
        |seen| trouble == Some(Trouble::Fails) && never_freed(seen),
    )
    .usually_means("never-freed", NEVER_FREED, never_freed)
}

const NO_SLOT: &str = "No slot was ever taken; the promise is that one is, at the beginning.";

/// How the line ends that is said when a slot is freed that was free.
const IN_VAIN: &str = "freed, and it was free already";

const NOT_FREED_BY_DROP: &str = "When a future is dropped, none of its lines runs any more, and so nothing \
    below the .await at which it is. Only the Drop of the values that it holds then runs: one of them has to \
    free the slot, from the moment at which it is taken.";

const FREED_TWICE: &str = "A slot was freed that was free already. By then it could be another's. Let one \
    value free the slot, in its Drop, and nothing else. Where it has to be free sooner, `drop` that value.";

const NEVER_FREED: &str = "A slot was taken and never freed. Nothing but `free` frees it. If a value does \
    that in its Drop, that value has to be dropped: `forget` prevents it, and so does keeping it elsewhere.";

fn first_slot<T>(seen: &Seen<T>) -> Option<&Span> {
    seen.spans("slot ").first().copied()
}

/// The first slot that is still taken at the end.
fn first_slot_kept<T>(seen: &Seen<T>) -> Option<&Span> {
    seen.spans("slot ").into_iter().find(|slot| slot.fate == Fate::Running)
}

/// The steps of the first file.
fn steps<T>(seen: &Seen<T>) -> impl Iterator<Item = &Span> {
    seen.timeline.spans.iter().filter(|span| !span.own && span.name.ends_with(" monday"))
}

fn never_freed<T>(seen: &Seen<T>) -> bool {
    first_slot(seen).is_some_and(|slot| slot.fate == Fate::Running)
}

/// Whether the slot was freed before the step was over that needs it.
fn cut_off(slot: &Span, step: &Span) -> bool {
    !step.name.starts_with("check") && slot.end < step.end
}

fn count<T>(seen: &Seen<T>, end: &str) -> usize {
    seen.timeline.said.iter().filter(|said| !said.own && said.line.ends_with(end)).count()
}

/// The first slot that was taken is free by then. That it is taken before is another promise's business.
fn is_free<T>(seen: &Seen<T>, when: &str, at: u64) -> Result<(), String> {
    let at = Duration::from_millis(at);
    let Some(slot) = first_slot(seen) else { return Err(NO_SLOT.to_owned()) };
    if slot.end <= at {
        return Ok(());
    }
    let (slot, until) = match slot.fate {
        Fate::Running => (&slot.name, "was never freed".to_owned()),
        _ => (&slot.name, format!("was taken until {}", time(slot.end))),
    };
    Err(format!("{when}, at {}, {slot} {until}; the promise is that it is free at once.", time(at)))
}

/// No step is under way any more.
fn nothing_goes_on<T>(seen: &Seen<T>, at: u64) -> Result<(), String> {
    let at = Duration::from_millis(at);
    match steps(seen).find(|step| step.end > at) {
        Some(step) => Err(format!(
            "The upload was dropped at {}, and {} went on; the promise is that nothing does.",
            time(at),
            step.name
        )),
        None => Ok(()),
    }
}

fn freed_once<T>(seen: &Seen<T>) -> Result<(), String> {
    let (taken, freed) = (count(seen, ": taken"), count(seen, ": free") + count(seen, IN_VAIN));
    if freed <= taken {
        return Ok(());
    }
    Err(format!(
        "slot 1 was taken {taken} times and freed {freed} times; the promise is that it is freed once \
         each time."
    ))
}

/// These steps were made, each when the one before it was over, and no other.
fn in_turn<T>(seen: &Seen<T>, lengths: &[Duration]) -> Result<(), String> {
    let names = ["dial monday", "send monday", "check monday"];
    let (mut made, mut now) = (steps(seen), Duration::ZERO);
    for (name, length) in names.iter().zip(lengths) {
        match made.next() {
            Some(step) if step.name == *name && step.start == now => {}
            Some(step) => {
                return Err(format!(
                    "{} began at {}; the promise is {name}, at {}.",
                    step.name,
                    time(step.start),
                    time(now)
                ));
            }
            None => return Err(format!("{name} never began; the promise is at {}.", time(now))),
        }
        now += *length;
    }
    match made.next() {
        Some(step) => Err(format!(
            "{} began at {}; the promise is that no other step begins after a failure.",
            step.name,
            time(step.start)
        )),
        None => Ok(()),
    }
}
