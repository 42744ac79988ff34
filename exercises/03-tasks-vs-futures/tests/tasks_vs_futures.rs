//! The promises of `later`, `now` and `breakfast`. Each runs on a clock that jumps, so seconds cost
//! nothing and are exact.

mod model;

use judge::{Fate, Kept, Seen, Span};
use lab::SECOND;
use std::time::Duration;
use tasks_vs_futures::given::{Meal, Order};
use tasks_vs_futures::{breakfast, later, now};
use tokio::task::JoinError;
use tokio::time::{sleep, timeout};

// A future is lazy.

#[test]
fn later_starts_only_when_it_is_awaited() -> Kept {
    let called_then_awaited = || async {
        let porridge = later(Order::new("porridge", 2 * SECOND));
        sleep(SECOND).await;
        porridge.await.to_string()
    };
    judge::run(called_then_awaited)
        .starts("cooking porridge", SECOND)
        .returns("porridge".to_owned())
        .usually_means(
            "eager-future",
            "`later` was called at 0 s and awaited at 1 s, so the call alone set the cooking off. \
             A spawned task begins by itself, a future when it is first awaited.",
            |seen| span(seen, "cooking porridge").is_some_and(|it| it.start < SECOND),
        )
        .kept()
}

#[test]
fn dropping_later_leaves_no_trace() -> Kept {
    let one_of_two_guests_leaves = || async {
        let omelette = later(Order::new("omelette", 3 * SECOND));
        let pancakes = later(Order::new("pancakes", 4 * SECOND));
        drop(omelette);
        pancakes.await.to_string()
    };
    judge::run(one_of_two_guests_leaves)
        .never_starts("cooking omelette")
        .leaves_nothing_running()
        .returns("pancakes".to_owned())
        .usually_means(
            "work-after-drop",
            "Nobody awaited the omelette, and its cooking began all the same. A spawned task begins by itself; what a future itself awaits begins only when the \
             future is awaited.",
            |seen| span(seen, "cooking omelette").is_some_and(|it| it.start < it.end),
        )
        .kept()
}

#[test]
fn dropping_later_halfway_stops_the_cooking() -> Kept {
    let guest_leaves_after_a_second =
        || async { timeout(SECOND, later(Order::new("risotto", 5 * SECOND))).await.is_ok() };
    judge::run(guest_leaves_after_a_second)
        .cancels("cooking risotto", SECOND)
        .leaves_nothing_running()
        .usually_means(
            "left-running",
            "The future was dropped at 1 s, and the cooking went on: it runs in a spawned task, and \
             dropping a JoinHandle does not stop its task. What a future itself awaits is dropped \
             with it.",
            |seen| {
                let it = span(seen, "cooking risotto");
                seen.alive > 0 && it.is_some_and(|it| it.fate == Fate::Running)
            },
        )
        .kept()
}

// A task has started.

#[test]
fn now_has_started_before_anyone_awaits_it() -> Kept {
    let called_then_awaited = || async {
        let waffles = now(Order::new("waffles", 2 * SECOND));
        sleep(5 * SECOND).await;
        waffles.await.map(served)
    };
    judge::run(called_then_awaited)
        .starts("cooking waffles", Duration::ZERO)
        .returns_ok("waffles".to_owned())
        .takes(5 * SECOND)
        .usually_means("task-cancelled", CANCELLED, was_cancelled)
        .kept()
}

#[test]
fn dropping_the_handle_of_now_does_not_stop_it() -> Kept {
    let ordered_and_left = || async {
        drop(now(Order::new("lasagne", 4 * SECOND)));
        sleep(10 * SECOND).await;
    };
    judge::run(ordered_and_left)
        .promises(|seen| match span(seen, "cooking lasagne") {
            Some(it) if it.fate == Fate::Completed => Ok(()),
            Some(it) if it.fate == Fate::Cancelled => Err(format!(
                "cooking lasagne was cancelled at {}; the promise is that it runs to its end.",
                judge::time(it.end)
            )),
            Some(_) => {
                Err("cooking lasagne had not ended after 10 s; the promise is that it has."
                    .to_owned())
            }
            None => {
                Err("cooking lasagne never began; the promise is that it runs to its end."
                    .to_owned())
            }
        })
        .kept()
}

#[test]
fn a_panic_inside_now_reaches_the_caller_as_a_join_error() -> Kept {
    let the_dish_is_dropped = || async {
        let souffle = now(Order::ill_fated("soufflé", 2 * SECOND)).await.map(served);
        // The kitchen works on.
        let toast = now(Order::new("toast", SECOND)).await.map(served);
        (souffle, toast)
    };
    judge::run(the_dish_is_dropped)
        .expects_a_panic()
        .promises(|seen| match &seen.value {
            Some((Err(error), _)) if error.is_panic() => Ok(()),
            Some((Err(error), _)) => {
                Err(format!("The handle gave the error \"{error}\"; the promise is that of a panic."))
            }
            Some((Ok(meal), _)) => Err(format!(
                "The handle gave a meal, \"{meal}\"; the promise is the error of a panic."
            )),
            None => Ok(()),
        })
        .promises(|seen| match &seen.value {
            Some((_, Err(error))) => {
                Err(format!("The next order failed too: \"{error}\"; the promise is \"toast\"."))
            }
            Some((_, Ok(meal))) if meal != "toast" => {
                Err(format!("The next order gave \"{meal}\"; the promise is \"toast\"."))
            }
            _ => Ok(()),
        })
        .usually_means("task-cancelled", CANCELLED, |seen| {
            seen.value.as_ref().is_some_and(|(souffle, _)| is_cancelled(souffle))
        })
        .usually_means(
            "panic-swallowed",
            "There was a panic, and something in `now` covered it up. Let it pass: it ends only its \
             task, and awaiting the JoinHandle gives it as an Err.",
            |seen| !seen.panics.is_empty() && seen.value.as_ref().is_some_and(|(it, _)| it.is_ok()),
        )
        .kept()
}

// Breakfast needs something of both.

#[test]
fn breakfast_grinds_the_beans_while_the_water_boils() -> Kept {
    judge::run(breakfast)
        .takes(4 * SECOND)
        .starts("boiling", Duration::ZERO)
        .starts("grinding", Duration::ZERO)
        .starts("brewing", 3 * SECOND)
        .usually_means(
            "one-after-another",
            "Boiling and grinding did not overlap, and neither needs the other. Have the boiling under \
             way before you wait for the beans: as a task whose handle you await later, or by awaiting \
             both futures together.",
            |seen| match (span(seen, "boiling"), span(seen, "grinding")) {
                (Some(a), Some(b)) => {
                    let lasted = a.start < a.end && b.start < b.end;
                    lasted && (a.end <= b.start || b.end <= a.start)
                }
                _ => false,
            },
        )
        .kept()
}

#[test]
fn breakfast_does_each_step_once_and_leaves_nothing_running() -> Kept {
    const STEPS: [&str; 3] = ["boiling", "grinding", "brewing"];
    judge::run(breakfast)
        .promises(|seen| {
            for step in STEPS {
                match seen.spans(step).len() {
                    0 => return Err(format!("{step} never began; the promise is once.")),
                    1 => {}
                    n => return Err(format!("{step} began {n} times; the promise is once.")),
                }
            }
            Ok(())
        })
        .leaves_nothing_running()
        .usually_means(
            "begun-again",
            "Every call of an async fn makes a new future, which does the work once more. Call each \
             once, keep its future or its JoinHandle, and await that.",
            |seen| STEPS.iter().any(|step| seen.spans(step).len() > 1),
        )
        .kept()
}

#[test]
fn all_of_this_holds_for_whatever_orders() -> Kept {
    judge::any_input(model::cases)
}

const CANCELLED: &str = "The task was cancelled: it was aborted, or what was to run it (a LocalSet, \
                         a runtime) was dropped before it had ended.";

fn was_cancelled(seen: &Seen<Result<String, JoinError>>) -> bool {
    seen.value.as_ref().is_some_and(is_cancelled)
}

fn is_cancelled(result: &Result<String, JoinError>) -> bool {
    result.as_ref().is_err_and(JoinError::is_cancelled)
}

fn served(meal: Meal) -> String {
    meal.to_string()
}

fn span<'a, T>(seen: &'a Seen<T>, name: &str) -> Option<&'a Span> {
    seen.timeline.spans.iter().find(|span| span.name == name)
}
