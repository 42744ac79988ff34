//! The promises of `run_all`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

mod model;

use gather::run_all;
use judge::{Fate, Kept, Lines, Run, same_items};
use lab::SECOND;
use std::time::Duration;

#[test]
fn the_ids_come_back_in_order() -> Kept {
    running()
        .returns(vec![1, 2, 3])
        .usually_means("results-reordered", REORDERED, |seen| {
            seen.value.as_ref().is_some_and(|ids| same_items(ids, &[1, 2, 3]))
        })
        .kept()
}

#[test]
fn the_three_tasks_run_at_the_same_time() -> Kept {
    running().at_once("task", 3).kept()
}

#[test]
fn three_times_two_seconds_take_two_seconds() -> Kept {
    running()
        .takes(2 * SECOND)
        .promises(|seen| {
            match seen.spans("task").iter().find(|span| span.fate == Fate::Cancelled) {
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
    running()
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
    running().leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_times() -> Kept {
    judge::any_input(model::cases)
}

/// `run_all`, with the mistakes that can break any promise.
fn running() -> Run<Vec<u32>> {
    judge::run(run_all)
        .usually_means(
            "own-copy",
            "What is at work is not the task of `src/given.rs`, though it has the same name. Call \
             given::long_task: that is the one that counts.",
            |seen| {
                seen.spans("task").is_empty()
                    && seen.timeline.spans.iter().any(|it| it.own && it.name.starts_with("task"))
            },
        )
        .usually_means("begun-again", BEGUN_AGAIN, |seen| seen.spans("task").len() > 3)
        .usually_means("gave-up-waiting", GAVE_UP, |seen| {
            seen.spans("task").iter().any(|task| task.fate == Fate::Cancelled)
        })
}

const REORDERED: &str = "These are the right ids in another order. Return 1, 2, 3, whichever task is done \
                         first.";

const BEGUN_AGAIN: &str = "More than three tasks began. Each call of long_task makes a new future, which \
                           begins anew. Call it once for each id, and keep that future until it is done.";

const GAVE_UP: &str = "A task was dropped before its end. Wait until each of the three is done, however \
                       long that takes.";
