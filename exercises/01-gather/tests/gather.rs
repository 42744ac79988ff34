//! The promises of `run_all`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

use gather::run_all;
use judge::{Fate, Kept, Lines, same_items};
use lab::SECOND;
use std::time::Duration;

#[test]
fn the_ids_come_back_in_order() -> Kept {
    judge::run(run_all)
        .returns(vec![1, 2, 3])
        .usually_means(
            "results-reordered",
            "These are the right ids in another order. They are to stand as 1, 2, 3, \
             whichever task is done first.",
            |seen| seen.value.as_ref().is_some_and(|ids| same_items(ids, &[1, 2, 3])),
        )
        .kept()
}

#[test]
fn the_three_tasks_run_at_the_same_time() -> Kept {
    judge::run(run_all).at_once("task", 3).kept()
}

#[test]
fn three_times_two_seconds_take_two_seconds() -> Kept {
    judge::run(run_all)
        .takes(2 * SECOND)
        .promises(|seen| {
            let mut spans = seen.timeline.spans.iter();
            match spans.find(|span| span.fate == Fate::Cancelled) {
                Some(span) => Err(format!(
                    "{} was dropped before its end; the promise is that all are done.",
                    span.name
                )),
                None => Ok(()),
            }
        })
        .kept()
}

#[test]
fn each_begins_in_turn_and_nobody_waits_for_another() -> Kept {
    let first_parts =
        ["Sub Task #1 for Task id 1", "Sub Task #1 for Task id 2", "Sub Task #1 for Task id 3"];
    let second_parts =
        ["Sub Task #2 for Task id 1", "Sub Task #2 for Task id 2", "Sub Task #2 for Task id 3"];
    judge::run(run_all)
        .says_at(Duration::ZERO, Lines::InOrder(&first_parts))
        // Who of several sleepers is woken first is up to the runtime, and no promise.
        .says_at(SECOND, Lines::InAnyOrder(&second_parts))
        .usually_means(
            "started-out-of-order",
            "All three began at once, but not in turn: task 1 is to be the first that begins, then \
             task 2, then task 3.",
            |seen| {
                let said = seen.said_at(Duration::ZERO);
                said != first_parts && same_items(&said, &first_parts)
            },
        )
        .kept()
}

#[test]
fn nothing_is_left_running() -> Kept {
    judge::run(run_all).leaves_nothing_running().kept()
}
