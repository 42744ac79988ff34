//! The promises of `retry`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

mod model;

use judge::{Fate as End, Kept, Run, Seen, Span};
use lab::SECOND;
use retry::given::{Failure, Fate, Radio, Receipt};
use retry::retry;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

type Outcome = anyhow::Result<Receipt>;

#[test]
fn the_first_success_is_returned_and_ends_it() -> Kept {
    let number = any_number();
    let succeeds = |max, fates: Vec<Fate>, attempts| {
        sending(max, fates).promises(receipt(number)).promises(attempts_made(attempts)).kept()
    };
    let third = vec![
        temporary(500, "static"),
        temporary(300, "nobody answers"),
        received(800, number),
        received(400, number + 1),
    ];
    let last = vec![temporary(500, "static"), received(700, number)];
    succeeds(10_000, third, 3).and(succeeds(2, last, 2))
}

#[test]
fn the_pauses_are_one_second_two_four_and_so_on() -> Kept {
    let fates = vec![
        temporary(500, "static"),
        temporary(250, "nobody answers"),
        temporary(1_500, "static"),
        temporary(3_000, "static"),
        received(400, 1),
    ];
    pausing(sending(9, fates)).promises(pauses(&[1, 2, 4, 8])).kept()
}

#[test]
fn there_is_no_pause_after_the_last_attempt() -> Kept {
    let in_vain = sending(3, vec![temporary(500, "static")]);
    let hopeless = sending(5, vec![temporary(500, "static"), permanent(600, "licence expired")]);
    let ended = |run: Run<Outcome>| {
        run.usually_means(
            "pause-after-the-last",
            "It paused after the last attempt. A pause is there for the attempt that follows it, \
             and none followed.",
            |seen| attempts(seen).last().is_some_and(|last| last.end < seen.elapsed),
        )
        .promises(ends_with_its_last_attempt)
        .kept()
    };
    ended(in_vain).and(ended(hopeless))
}

#[test]
fn every_attempt_is_a_call_of_its_own_made_when_it_is_due() -> Kept {
    sending(4, vec![temporary(500, "static")]).promises(made_when_due).kept()
}

#[test]
fn an_attempt_gets_all_the_time_it_needs() -> Kept {
    let slow = sending(4, vec![temporary(45_000, "static"), received(1_500_000, 1)]);
    slow.promises(receipt(1)).promises(never_cut_short).kept()
}

#[test]
fn as_many_attempts_are_made_as_are_allowed() -> Kept {
    let in_vain = |max: u32| {
        let run = sending(max, vec![temporary(500, "static")]);
        run.promises(fails).promises(attempts_made(max as usize)).kept()
    };
    in_vain(1).and(in_vain(5))
}

#[test]
fn a_permanent_failure_is_not_tried_again() -> Kept {
    let first = vec![permanent(500, "licence expired"), received(500, 1)];
    let third = vec![
        temporary(500, "static"),
        temporary(500, "nobody answers"),
        permanent(500, "wrong frequency"),
        received(500, 1),
    ];
    let ends = |fates, attempts| {
        sending(5, fates).promises(fails).promises(attempts_made(attempts)).kept()
    };
    ends(first, 1).and(ends(third, 3))
}

#[test]
fn the_last_failure_is_kept_as_a_cause() -> Kept {
    let used_up = vec![
        temporary(500, "static"),
        temporary(500, "nobody answers"),
        temporary(500, "the relay is iced over"),
    ];
    let hopeless = vec![temporary(500, "static"), permanent(500, "licence expired")];
    let (ice, licence) = (failure(&used_up[2]), failure(&hopeless[1]));
    let keeps = |run: Run<Outcome>, last| {
        run.usually_means(
            "cause-thrown-away",
            "Words cannot be asked which kind of failure they stand for. anyhow's `context` puts a \
             line of yours on top of an error, and keeps the error as the cause.",
            |seen| !made(seen).is_empty() && error(seen).is_ok_and(has_no_failure),
        )
        .promises(caused_by(last))
        .kept()
    };
    keeps(sending(3, used_up), ice).and(keeps(sending(7, hopeless), licence))
}

#[test]
fn the_error_says_how_many_attempts_were_made() -> Kept {
    let used_up = sending(6, vec![temporary(500, "static")]).usually_means(
        "counted-from-zero",
        "That is one less than were made. If the loop counts from 0, the first attempt is number 0: add 1 \
         for the error.",
        |seen| made(seen).len() == 6 && counts(5)(seen).is_ok(),
    );
    let used_up = used_up.promises(counts(6)).kept();
    let hopeless = vec![temporary(500, "static"), permanent(500, "licence expired")];
    let hopeless = sending(7, hopeless).usually_means(
        "allowed-not-made",
        "It says 7, which is how many were allowed. A permanent failure ends it sooner: count the \
         attempts as they are made.",
        |seen| counts(7)(seen).is_ok(),
    );
    used_up.and(hopeless.promises(counts(2)).kept())
}

#[test]
fn when_none_is_allowed_none_is_made_and_it_fails() -> Kept {
    sending(0, vec![temporary(500, "static")])
        .usually_means(
            "none-is-allowed",
            "An attempt was made, and none was allowed. A limit of 0 is a limit, too: it has to be \
             looked at before the first attempt.",
            |seen| !made(seen).is_empty(),
        )
        .promises(fails)
        .promises(attempts_made(0))
        .takes(Duration::ZERO)
        .kept()
}

#[test]
fn all_of_this_holds_for_whatever_attempts() -> Kept {
    judge::any_input(model::cases)
}

/// `retry` of a radio whose attempts meet these fates, with the mistakes to be made in any.
fn sending(max: u32, fates: Vec<Fate>) -> Run<Outcome> {
    let ends_it = |fate: &Fate| !matches!(fate.1, Err(Failure::Temporary(_)));
    // The attempt that ends it, counted from one, as far as its fate goes.
    let last = fates.iter().position(ends_it).map(|index| index + 1);
    let succeeds = last.is_some_and(|last| fates[last - 1].1.is_ok());
    let allowed = max as usize;

    let run = judge::run(move || async move {
        let radio = Radio::new(fates);
        retry(max, || radio.send()).await
    });
    run.usually_means(
        "attempts-at-once",
        "An attempt began while another was under way. Only a failure is a reason for another \
         attempt, so each has to wait for the end of the one before.",
        |seen| attempts(seen).windows(2).any(|pair| pair[1].start < pair[0].end),
    )
    .usually_means(
        "made-in-advance",
        "An attempt was asked for and not begun at that moment. Until the one before has failed and \
         the pause is over, nobody knows whether there will be another.",
        |seen| allowed > 0 && made_when_due(seen).is_err(),
    )
    .usually_means(
        "attempt-cut-short",
        "An attempt was cancelled before it had ended. No time limit is promised here: it may take \
         as long as it takes.",
        |seen| attempts(seen).iter().any(|span| span.fate == End::Cancelled),
    )
    .usually_means(
        "permanent-retried",
        "A permanent failure was followed by another attempt. The failure itself tells which kind \
         it is.",
        |seen| !succeeds && last.is_some_and(|last| made(seen).len() > last),
    )
    .usually_means(
        "retried-success",
        "An attempt had succeeded, and was followed by another.",
        |seen| succeeds && last.is_some_and(|last| made(seen).len() > last),
    )
    .usually_means(
        "not-even-one",
        "No attempt was made, although one or more were allowed. Count all attempts: the first is \
         one of them.",
        |seen| allowed > 0 && made(seen).is_empty(),
    )
    .usually_means(
        "limit-ignored",
        "Attempts went on beyond the number allowed, which counts every one of them.",
        |seen| allowed > 0 && made(seen).len() > allowed + 1,
    )
    .usually_means(
        "one-too-many",
        "Count all attempts: the first is one of them. What follows it are retries, and there is \
         one less of those.",
        |seen| allowed > 0 && made(seen).len() == allowed + 1,
    )
    .usually_means(
        "gave-up-early",
        "It stopped after a temporary failure, with attempts left. Such a failure is what retry is \
         there for.",
        |seen| {
            let n = made(seen).len();
            n > 0 && n < allowed && last.is_none_or(|last| n < last)
        },
    )
}

/// A run whose pauses count, with the mistakes to be made in them.
fn pausing(run: Run<Outcome>) -> Run<Outcome> {
    run.usually_means(
        "counted-from-the-start",
        "The pauses were counted from the beginning of an attempt. They are to begin when it has \
         failed, however long it took.",
        |seen| {
            let starts: Vec<Duration> = attempts(seen).iter().map(|span| span.start).collect();
            let steps = starts.windows(2).zip(0..);
            let doubled = steps.clone().all(|(pair, n)| pair[1] - pair[0] == SECOND * (1 << n));
            steps.count() > 1 && doubled
        },
    )
    .usually_means(
        "same-pause",
        "Every pause was as long as the one before. Whoever is overloaded needs ever more time: \
         the next pause is twice as long.",
        |seen| {
            let gaps = gaps(seen);
            gaps.len() > 1 && gaps.windows(2).all(|pair| pair[0] == pair[1]) && !gaps[0].is_zero()
        },
    )
    .usually_means(
        "no-pause",
        "The next attempt began at the very moment at which one had failed. What failed just now \
         will most likely fail again.",
        |seen| {
            let gaps = gaps(seen);
            !gaps.is_empty() && gaps.iter().all(Duration::is_zero)
        },
    )
}

fn temporary(takes: u64, reason: &str) -> Fate {
    (ms(takes), Err(Failure::Temporary(reason.to_owned())))
}

fn permanent(takes: u64, reason: &str) -> Fate {
    (ms(takes), Err(Failure::Permanent(reason.to_owned())))
}

fn received(takes: u64, number: u32) -> Fate {
    (ms(takes), Ok(number))
}

fn failure((_, outcome): &Fate) -> Failure {
    outcome.clone().expect_err("this is for attempts that fail")
}

/// The attempts that were begun, as bars in the picture.
fn attempts(seen: &Seen<Outcome>) -> Vec<&Span> {
    seen.spans("attempt")
}

/// When each attempt was asked for, whether or not it was begun.
fn made(seen: &Seen<Outcome>) -> Vec<Duration> {
    let asked = seen.timeline.said.iter().filter(|said| said.line.ends_with(": asked for"));
    asked.map(|said| said.at).collect()
}

/// From the end of each attempt to the beginning of the next.
fn gaps(seen: &Seen<Outcome>) -> Vec<Duration> {
    let attempts = attempts(seen);
    attempts.windows(2).map(|pair| pair[1].start.saturating_sub(pair[0].end)).collect()
}

fn receipt(number: u32) -> impl FnOnce(&Seen<Outcome>) -> Result<(), String> {
    move |seen| match &seen.value {
        Some(Ok(Receipt(got))) if *got != number => {
            Err(format!("It returned receipt {got}; the promise is receipt {number}."))
        }
        Some(Err(error)) => {
            Err(format!("It failed: \"{error:#}\"; the promise is receipt {number}."))
        }
        _ => Ok(()),
    }
}

fn fails(seen: &Seen<Outcome>) -> Result<(), String> {
    match &seen.value {
        Some(Ok(Receipt(got))) => {
            Err(format!("It returned receipt {got}; the promise is an error."))
        }
        _ => Ok(()),
    }
}

fn attempts_made(promised: usize) -> impl FnOnce(&Seen<Outcome>) -> Result<(), String> {
    move |seen| match made(seen).len() {
        n if n == promised => Ok(()),
        n => {
            let were = if n == 1 { "attempt was" } else { "attempts were" };
            Err(format!("{n} {were} made; the promise is {promised}."))
        }
    }
}

fn pauses(promised: &[u64]) -> impl FnOnce(&Seen<Outcome>) -> Result<(), String> {
    let promised: Vec<Duration> = promised.iter().map(|&n| Duration::from_secs(n)).collect();
    move |seen| {
        let gaps = gaps(seen);
        if gaps == promised {
            return Ok(());
        }
        let (got, promised) = (in_words(&gaps), in_words(&promised));
        Err(format!("Its pauses were {got}; the promise is {promised}."))
    }
}

fn ends_with_its_last_attempt(seen: &Seen<Outcome>) -> Result<(), String> {
    let end = attempts(seen).last().map_or(Duration::ZERO, |last| last.end);
    if seen.elapsed == end {
        return Ok(());
    }
    let (end, elapsed) = (in_words(&[end]), in_words(&[seen.elapsed]));
    Err(format!("It ended at {elapsed}; the promise is {end}, the end of its last attempt."))
}

fn made_when_due(seen: &Seen<Outcome>) -> Result<(), String> {
    let attempts = attempts(seen);
    for (number, made) in (1..).zip(made(seen)) {
        let name = format!("attempt {number}");
        let begun = attempts.iter().find(|span| span.name == name).map(|span| span.start);
        if begun != Some(made) {
            let begun = begun
                .map_or("was never begun".to_owned(), |at| format!("began at {}", in_words(&[at])));
            return Err(format!(
                "{name} was asked for at {} and {begun}; the promise is both in one moment.",
                in_words(&[made])
            ));
        }
    }
    Ok(())
}

fn never_cut_short(seen: &Seen<Outcome>) -> Result<(), String> {
    let cut_short = attempts(seen).into_iter().find(|span| span.fate != End::Completed);
    let Some(Span { name, end, .. }) = cut_short else { return Ok(()) };
    let end = in_words(&[*end]);
    Err(format!("{name} was cut short at {end}; the promise is that it may end."))
}

fn error(seen: &Seen<Outcome>) -> Result<Option<&anyhow::Error>, String> {
    fails(seen).map(|()| seen.value.as_ref().and_then(|outcome| outcome.as_ref().err()))
}

/// The failure among its causes, or put on top of them.
fn failure_in(error: &anyhow::Error) -> Option<&Failure> {
    let cause = error.chain().find_map(|cause| cause.downcast_ref());
    cause.or_else(|| error.downcast_ref())
}

fn has_no_failure(error: Option<&anyhow::Error>) -> bool {
    error.is_some_and(|error| failure_in(error).is_none())
}

fn caused_by(last: Failure) -> impl FnOnce(&Seen<Outcome>) -> Result<(), String> {
    move |seen| {
        let Some(error) = error(seen)? else { return Ok(()) };
        match failure_in(error) {
            Some(cause) if *cause == last => Ok(()),
            Some(cause) => {
                Err(format!("Its cause is {cause:?}; the promise is the last failure, {last:?}."))
            }
            None => Err(format!(
                "Its error reads \"{error:#}\" and has no Failure as a cause; the promise is the \
                 last one."
            )),
        }
    }
}

fn counts(promised: usize) -> impl FnOnce(&Seen<Outcome>) -> Result<(), String> {
    move |seen| match error(seen)? {
        Some(error) => says_number(&format!("{error:#}"), promised),
        None => Ok(()),
    }
}

fn says_number(words: &str, promised: usize) -> Result<(), String> {
    let mut numbers = words.split(|c: char| !c.is_ascii_digit());
    if numbers.any(|number| number == promised.to_string()) {
        return Ok(());
    }
    Err(format!("Its error reads \"{words}\"; the promise is that it says {promised} attempts."))
}

/// "1 s, 2.5 s", or "none".
fn in_words(times: &[Duration]) -> String {
    let words: Vec<String> = times.iter().copied().map(judge::time).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

/// Another one in every run: only an attempt reveals it.
fn any_number() -> u32 {
    let random = RandomState::new().build_hasher().finish();
    (random % 100_000) as u32
}
