//! The promises of `suggest`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! A search takes a second, and begins 0.3 s after the last key.

mod model;

use debounce::given::{Index, QUIET, Suggestion};
use debounce::suggest;
use futures::future::{Either, select};
use judge::{Fate, Kept, Run, Seen, Span, time};
use std::pin::pin;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::unconstrained;
use tokio::time::{Instant, sleep_until};

#[test]
fn a_search_begins_when_nothing_was_typed_for_300_milliseconds() -> Kept {
    typing(&[("o", 0), ("om", 4_000)], 8_000)
        .starts("search for \"o\"", ms(300))
        .starts("search for \"om\"", ms(4_300))
        .kept()
}

#[test]
fn while_somebody_types_nothing_is_searched() -> Kept {
    let word = [("a", 0), ("as", 200), ("asp", 480), ("aspi", 779), ("aspir", 900)];
    typing(&word, 4_000)
        .promises(|seen| match all(seen).into_iter().find(|search| search.start < ms(900)) {
            Some(search) => Err(format!(
                "At {} the {} began, and keys still came less than 300 ms after one another; the promise is \
                 that nothing is searched until that ends.",
                time(search.start),
                search.name
            )),
            None => Ok(()),
        })
        .starts("search for \"aspir\"", ms(1_200))
        .kept()
}

#[test]
fn a_key_breaks_off_the_search_that_goes_on() -> Kept {
    typing(&[("ib", 0), ("ibu", 875)], 6_000)
        .cancels("search for \"ib\"", ms(875))
        .completes("search for \"ibu\"", ms(2_175))
        .kept()
}

#[test]
fn each_finished_search_gives_one_suggestion() -> Kept {
    let finding = |keys: &[(&'static str, u64)], closes, expected: &[&'static str]| {
        let expected = expected.to_vec();
        let check = move |seen: &Seen<Vec<String>>| match &seen.value {
            Some(found) if *found != expected => Err(format!(
                "It returned suggestions for {found:?}; the promise is for {expected:?}."
            )),
            _ => Ok(()),
        };
        typing(keys, closes).promises(check).kept()
    };
    finding(&[("m", 0), ("me", 500), ("met", 2_500), ("meth", 2_700)], 9_000, &["me", "meth"])
        // Deleted, and typed again.
        .and(finding(&[("", 0), ("a", 1_750), ("a", 3_500)], 7_000, &["", "a", "a"]))
}

#[test]
fn the_last_text_is_searched_at_once_when_nobody_can_type_any_more() -> Kept {
    typing(&[("o", 0), ("om", 250)], 350)
        .never_starts("search for \"o\"")
        .starts("search for \"om\"", ms(350))
        .completes("search for \"om\"", ms(1_350))
        .kept()
        .and(typing(&[("i", 0)], 0).completes("search for \"i\"", ms(1_000)).kept())
}

#[test]
fn a_search_goes_on_when_nobody_can_type_any_more() -> Kept {
    typing(&[("as", 0)], 733).completes("search for \"as\"", ms(1_300)).kept()
}

#[test]
fn it_returns_when_there_is_nothing_left_to_search() -> Kept {
    typing(&[("as", 0)], 733)
        .takes(ms(1_300))
        .kept()
        .and(typing(&[("as", 0)], 5_117).takes(ms(5_117)).kept())
        .and(typing(&[], 0).takes(ms(0)).kept())
}

#[test]
fn nothing_is_left_running() -> Kept {
    typing(&[("a", 0), ("am", 700), ("amo", 800)], 1_000).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_is_typed() -> Kept {
    judge::any_input(model::cases)
}

/// `suggest` while these texts are typed, each at its time in milliseconds, and the channel is closed at
/// `closes`; with the mistakes that can break any promise.
fn typing(keys: &[(&'static str, u64)], closes: u64) -> Run<Vec<String>> {
    let keys: Vec<(String, Duration)> =
        keys.iter().map(|(text, at)| ((*text).to_owned(), ms(*at))).collect();
    let (typed, closes) = (keys.clone(), ms(closes));
    let came_at = move |at: Duration| typed.iter().any(|(_, key)| *key == at);
    let typed = keys.clone();
    // The last key that was there at that moment.
    let newest = move |at: Duration| typed.iter().rfind(|(_, key)| *key < at).cloned();
    let last = keys.last().cloned();
    let last_key = last.clone();
    let out_of_date = newest.clone();
    let throttled = newest.clone();
    // Whether it was quiet for long enough before the channel was closed.
    let quiet_before = keys.iter().enumerate().any(|(number, (_, at))| {
        let next = keys.get(number + 1).map_or(closes, |(_, next)| *next);
        *at + QUIET < next
    });
    let many = keys.len();
    judge::run(move || search_while_typing(keys, closes, 8, Index::new()))
        .usually_means(
            "collected-first",
            "No search began before the channel was closed, though it had been quiet before. Whoever types \
             wants to see something while they type.",
            move |seen| {
                let late = all(seen).iter().all(|it| it.start >= closes);
                quiet_before && late && !all(seen).is_empty()
            },
        )
        .usually_means(
            "search-per-key",
            "A search began at the moment at which a key came. Most keys are followed by another: wait \
             first, and search when it has been quiet.",
            move |seen| {
                all(seen).iter().any(|it| came_at(it.start) && it.start < closes)
            },
        )
        .usually_means(
            "out-of-date",
            "That search was out of date: a newer text had come before it ended. While you await a search, \
             nobody looks at the channel, unless you await both at the same time.",
            move |seen| {
                all(seen).iter().any(|it| {
                    it.fate == Fate::Completed
                        && out_of_date(it.end).is_some_and(|(text, at)| {
                            at > it.start && it.name != format!("search for \"{text}\"")
                        })
                })
            },
        )
        .usually_means(
            "quiet-not-begun-anew",
            "A search began less than 300 ms after a key. The pause that was waited for had begun before \
             that key: each key has to begin it anew.",
            move |seen| {
                all(seen).iter().any(|it| {
                    it.start < closes
                        && throttled(it.start).is_some_and(|(_, at)| it.start < at + QUIET)
                })
            },
        )
        .usually_means(
            "searched-again",
            "There were more searches than keys: something was searched again, without a new key.",
            move |seen| all(seen).len() > many,
        )
        .usually_means(
            "search-lost-at-the-end",
            "The search was broken off when the channel was closed. To see that nobody types any more is \
             also an event, and a `select!` that gets it drops what its other branch was doing.",
            move |seen| {
                all(seen).iter().any(|it| it.fate == Fate::Cancelled && it.end == closes)
            },
        )
        .usually_means(
            "waits-out-the-quiet",
            "A search began 300 ms after the last key, though nobody could type any more by then. When \
             `recv` gives None, there is no key left to wait for.",
            move |seen| {
                let Some((_, at)) = &last_key else { return false };
                all(seen).iter().any(|it| it.start == *at + QUIET && it.start > closes)
            },
        )
        .usually_means(
            "last-text-lost",
            "The text that came last was never searched. When `recv` gives None during the pause, there is \
             still a text that waits.",
            move |seen| match &last {
                Some((text, _)) => {
                    let name = format!("search for \"{text}\"");
                    seen.value.is_some() && !all(seen).iter().any(|it| it.name == name)
                }
                None => false,
            },
        )
}

/// Has texts typed, each at its time, while `suggest` is awaited. It returns the texts that there are
/// suggestions for.
async fn search_while_typing(
    keys: Vec<(String, Duration)>,
    closes: Duration,
    room: usize,
    index: Index,
) -> Vec<String> {
    let (key, receiver) = mpsc::channel(room);
    let start = Instant::now();
    // No task: whatever is left running is the answer's own.
    let typist = unconstrained(async move {
        for (text, at) in keys {
            sleep_until(start + at).await;
            // Somebody who doesn't receive any more has broken a promise already.
            let _ = key.send(text).await;
        }
        sleep_until(start + closes).await;
    });
    let found = match select(pin!(typist), pin!(suggest(receiver, &index))).await {
        Either::Left(((), suggest)) => suggest.await,
        Either::Right((found, _)) => found,
    };
    found.iter().map(|suggestion: &Suggestion| suggestion.text().to_owned()).collect()
}

/// All searches, in the order in which they began.
fn all(seen: &Seen<Vec<String>>) -> Vec<&Span> {
    seen.spans("search for ")
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
