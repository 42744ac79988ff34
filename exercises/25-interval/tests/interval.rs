//! The promises of `poll_sensor`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! A reading takes 0.237 s, but reading 4 takes 2.5 s.

mod model;

use interval::given::{PERIOD, Reading, SLOW};
use interval::poll_sensor;
use judge::{Fate, Kept, Run, Seen, Span, time};
use std::time::Duration;

#[test]
fn the_first_reading_begins_at_once() -> Kept {
    polling(2).promises(|seen| begins(seen, 1, 0)).kept()
}

#[test]
fn a_reading_begins_at_each_whole_second() -> Kept {
    polling(4)
        .promises(|seen| begins(seen, 2, 1_000))
        .promises(|seen| begins(seen, 3, 2_000))
        .promises(|seen| begins(seen, 4, 3_000))
        .kept()
}

#[test]
fn a_slow_reading_is_finished_and_nothing_else_goes_on_meanwhile() -> Kept {
    polling(6)
        .promises(|seen| match broken_off(seen) {
            Some(reading) => Err(format!(
                "{} was broken off at {}; the promise is that every reading is finished.",
                reading.name,
                time(reading.end)
            )),
            None => Ok(()),
        })
        .promises(|seen| match overlapping(seen) {
            Some((first, second)) => Err(format!(
                "{} began before {} had ended; the promise is one reading at a time.",
                second.name, first.name
            )),
            None => Ok(()),
        })
        .kept()
}

#[test]
fn the_reading_that_a_slow_one_made_late_begins_as_soon_as_that_has_ended() -> Kept {
    polling(5).promises(|seen| begins(seen, 5, 5_500)).kept()
}

#[test]
fn after_a_slow_reading_the_schedule_goes_on_as_before() -> Kept {
    polling(8)
        .promises(|seen| begins(seen, 6, 6_000))
        .promises(|seen| begins(seen, 7, 7_000))
        .promises(|seen| begins(seen, 8, 8_000))
        .kept()
}

#[test]
fn it_returns_when_the_last_reading_ends() -> Kept {
    let ending = |readings: usize, at: u64| {
        let at = Duration::from_millis(at);
        let check = move |seen: &Seen<Vec<Reading>>| {
            if seen.elapsed == at {
                return Ok(());
            }
            let returned = time(seen.elapsed);
            Err(match readings {
                0 => format!(
                    "Without a reading to make it returned after {returned}; the promise is at once."
                ),
                _ => format!(
                    "It returned at {returned}; the promise is {}, when reading {readings} ends.",
                    time(at)
                ),
            })
        };
        polling(readings).promises(check).kept()
    };
    ending(3, 2_237).and(ending(1, 237)).and(ending(4, 5_500)).and(ending(0, 0))
}

#[test]
fn it_returns_all_readings_in_order() -> Kept {
    let returning = |readings: usize| {
        let check = move |seen: &Seen<Vec<Reading>>| {
            let Some(all) = &seen.value else { return Ok(()) };
            let numbers: Vec<usize> = all.iter().map(Reading::number).collect();
            if numbers.iter().copied().eq(1..=readings) {
                return Ok(());
            }
            let promised: Vec<usize> = (1..=readings).collect();
            Err(format!("It returned the readings {numbers:?}; the promise is {promised:?}."))
        };
        polling(readings).promises(check).kept()
    };
    returning(6).and(returning(1)).and(returning(0))
}

#[test]
fn nothing_is_left_running() -> Kept {
    polling(5).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_readings() -> Kept {
    judge::any_input(model::cases)
}

/// `poll_sensor`, with the mistakes that can break any promise.
fn polling(readings: usize) -> Run<Vec<Reading>> {
    judge::run(move || poll_sensor(readings))
        .usually_means(
            "readings-overlap",
            "Two readings were in progress at once. The sensor makes one at a time: await a reading \
             before you begin another.",
            |seen| overlapping(seen).is_some(),
        )
        .usually_means(
            "broken-off",
            "A reading was dropped before its end. A second that passes meanwhile is no reason to \
             break it off.",
            |seen| broken_off(seen).is_some(),
        )
        .usually_means(
            "no-pause",
            "Each reading began as soon as the one before it had ended. If you make an interval in \
             each round of the loop, each is a new one, and the first tick of an interval comes at \
             once.",
            |seen| {
                let all = all(seen);
                all.len() > 2 && all.windows(2).all(|pair| pair[1].start == pair[0].end)
            },
        )
        .usually_means(
            "first-tick-unused",
            "The first pause was missing, and from then on the pauses were right. The first tick of \
             an interval comes at once: it is the one for the first reading.",
            |seen| match all(seen)[..] {
                [one, two, ..] => one.start.is_zero() && two.start == one.end,
                _ => false,
            },
        )
        .usually_means(
            "first-reading-late",
            "Something was waited for before the first reading. The first reading is due when the \
             call begins.",
            |seen| all(seen).first().is_some_and(|first| !first.start.is_zero()),
        )
        .usually_means(
            "drifts",
            "Reading 2 began a second after reading 1 had ended, not a second after it had begun. A \
             sleep counts from the moment at which you call it. So each round takes a second and the \
             time for the reading, and the schedule drifts.",
            |seen| match all(seen)[..] {
                [one, two, ..] => two.start == one.end + PERIOD,
                _ => false,
            },
        )
        .usually_means(
            "burst",
            "Reading 6 began as soon as reading 5 had ended, to make up for another second that was \
             missed. An interval does that if you don't say what becomes of missed ticks. Here only \
             one reading makes up for all of them.",
            |seen| after_the_slow(seen, |late, next| next.start == late.end),
        )
        .usually_means(
            "schedule-moved",
            "Reading 5 was late, and reading 6 came a whole second after that. So the schedule has \
             moved for good. After a late reading, the next is due at the next whole second.",
            |seen| after_the_slow(seen, |late, next| next.start == late.start + PERIOD),
        )
        .usually_means(
            "late-left-out",
            "Reading 5 waited for the next whole second. The seconds that reading 4 took away are \
             made up for by one reading, at once.",
            |seen| match all(seen)[..] {
                [_, _, _, slow, late, ..] => is_slow(slow) && late.start == slow.start + 3 * PERIOD,
                _ => false,
            },
        )
        .usually_means(
            "waited-after-the-last",
            "All readings had ended, and still it waited, for a moment at which no reading was due any \
             more. Wait before a reading, not after it.",
            |seen| all(seen).iter().all(|reading| reading.end < seen.elapsed),
        )
}

/// All readings, in the order in which they began.
fn all(seen: &Seen<Vec<Reading>>) -> Vec<&Span> {
    seen.spans("reading ")
}

/// Reading `number` begins at `at`, in milliseconds.
fn begins(seen: &Seen<Vec<Reading>>, number: usize, at: u64) -> Result<(), String> {
    let (name, at) = (format!("reading {number}"), Duration::from_millis(at));
    match all(seen).into_iter().find(|reading| reading.name == name) {
        Some(reading) if reading.start == at => Ok(()),
        Some(reading) => {
            Err(format!("{name} began at {}; the promise is {}.", time(reading.start), time(at)))
        }
        None => Err(format!("{name} never began; the promise is at {}.", time(at))),
    }
}

fn broken_off(seen: &Seen<Vec<Reading>>) -> Option<&Span> {
    all(seen).into_iter().find(|reading| reading.fate == Fate::Cancelled)
}

fn overlapping(seen: &Seen<Vec<Reading>>) -> Option<(&Span, &Span)> {
    all(seen).windows(2).find(|pair| pair[1].start < pair[0].end).map(|pair| (pair[0], pair[1]))
}

/// Whether reading 4 was slow, reading 5 began when it ended, and this is so of readings 5 and 6.
fn after_the_slow(seen: &Seen<Vec<Reading>>, is_so: fn(&Span, &Span) -> bool) -> bool {
    match all(seen)[..] {
        [_, _, _, slow, late, next, ..] => {
            is_slow(slow) && late.start == slow.end && is_so(late, next)
        }
        _ => false,
    }
}

fn is_slow(reading: &Span) -> bool {
    reading.end == reading.start + SLOW
}
