//! The promises of `run_all`. Read their names first.

use gather::run_all;
use judge::{Kept, Lines};
use lab::SECOND;

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
fn every_first_part_is_said_before_any_second_part() -> Kept {
    judge::run(run_all)
        .says_at(
            0 * SECOND,
            Lines::InOrder(&[
                "Sub Task #1 for Task id 1",
                "Sub Task #1 for Task id 2",
                "Sub Task #1 for Task id 3",
            ]),
        )
        .says_at(
            SECOND,
            Lines::InAnyOrder(&[
                "Sub Task #2 for Task id 1",
                "Sub Task #2 for Task id 2",
                "Sub Task #2 for Task id 3",
            ]),
        )
        .kept()
}

#[test]
fn nothing_is_left_running() -> Kept {
    judge::run(run_all).leaves_nothing_running().kept()
}
