//! The promises of `run_all`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

use gather::run_all;
use judge::{Kept, Lines};
use lab::SECOND;
use std::time::Duration;

#[test]
fn the_ids_come_back_in_order() -> Kept {
    judge::run(run_all).returns(vec![1, 2, 3]).kept()
}

#[test]
fn the_three_tasks_run_at_the_same_time() -> Kept {
    judge::run(run_all).at_once("task", 3).kept()
}

#[test]
fn three_times_two_seconds_take_two_seconds() -> Kept {
    judge::run(run_all).takes(2 * SECOND).kept()
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
        .kept()
}

#[test]
fn nothing_is_left_running() -> Kept {
    judge::run(run_all).leaves_nothing_running().kept()
}
