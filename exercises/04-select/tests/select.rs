//! The promises of `fastest` and `fetch_or_give_up`. Each runs on a clock that jumps, so seconds
//! cost nothing and are exact. No two things end at the same instant, since either may win a tie.
//! Some times aren't a multiple of a round step: whoever sleeps and looks again comes late.

mod model;

use judge::{Fate, Kept, Run, Seen};
use lab::SECOND;
use select::given::Mirror;
use select::{fastest, fetch_or_give_up};
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

#[test]
fn the_first_copy_to_arrive_is_returned_from_either_side() -> Kept {
    let (left, copy, _) = race("bergen", 2 * SECOND, "cadiz", 5 * SECOND);
    let left_wins = left.returns(copy).kept();
    let (right, _, copy) = race("turku", 4 * SECOND, "palermo", 3 * SECOND);
    left_wins.and(right.returns(copy).kept())
}

#[test]
fn both_mirrors_are_asked_at_once() -> Kept {
    let (run, ..) = race("odessa", 3 * SECOND, "ystad", 7 * SECOND);
    run.together(&["odessa", "ystad"])
        .starts("odessa", Duration::ZERO)
        .starts("ystad", Duration::ZERO)
        .kept()
}

#[test]
fn a_race_takes_no_longer_than_its_winner() -> Kept {
    let (run, ..) = race("split", 30 * SECOND, "gdansk", Duration::from_millis(1_237));
    run.takes(Duration::from_millis(1_237)).kept()
}

#[test]
fn the_slower_download_is_broken_off_when_the_faster_is_done() -> Kept {
    let (run, ..) = race("harwich", 9 * SECOND, "oslo", Duration::from_millis(4_037));
    run.cancels("harwich", Duration::from_millis(4_037)).leaves_nothing_running().kept()
}

#[test]
fn a_copy_that_comes_in_time_is_returned_at_once() -> Kept {
    let (run, copy) = wait_for("trieste", Duration::from_millis(1_237), 60 * SECOND);
    run.returns(Some(copy)).takes(Duration::from_millis(1_237)).kept()
}

#[test]
fn a_copy_that_came_in_time_leaves_no_timer_running() -> Kept {
    let (run, _) = wait_for("malmo", SECOND, 8 * SECOND);
    run.leaves_nothing_running().kept()
}

#[test]
fn when_the_patience_is_over_the_answer_is_none_at_once() -> Kept {
    let (run, _) = wait_for("calais", 10 * SECOND, Duration::from_millis(2_537));
    run.returns(None).takes(Duration::from_millis(2_537)).kept()
}

#[test]
fn giving_up_breaks_off_the_download() -> Kept {
    let (run, _) = wait_for("piraeus", 20 * SECOND, 3 * SECOND);
    run.cancels("piraeus", 3 * SECOND).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_race() -> Kept {
    judge::any_input(model::cases)
}

/// `fastest` of two mirrors, each with what it takes; and the copies that they keep.
fn race(a: &str, a_takes: Duration, b: &str, b_takes: Duration) -> (Run<String>, String, String) {
    let (a_copy, b_copy) = (copy_of(a), copy_of(b));
    let (left, right) = (Mirror::new(a, a_takes, &a_copy), Mirror::new(b, b_takes, &b_copy));
    let run = judge::run(move || fastest(left, right))
        .usually_means(
            "waited-for-both",
            "Both downloads ran to their end before it returned. What you want to wait for is the \
             first of them, not all.",
            |seen| {
                let spans = &seen.timeline.spans;
                spans.len() == 2
                    && spans.iter().all(|span| span.fate == Fate::Completed)
                    && spans[1].start < spans[0].end
            },
        )
        .usually_means("task-not-aborted", TASK_NOT_ABORTED, download_goes_on)
        .usually_means("returned-late", RETURNED_LATE, |seen| {
            let spans = &seen.timeline.spans;
            spans.iter().any(|span| span.fate == Fate::Completed && span.end < seen.elapsed)
                && spans.iter().any(|span| span.fate == Fate::Cancelled)
        });
    (run, a_copy, b_copy)
}

/// `fetch_or_give_up`, and the copy that the mirror keeps.
fn wait_for(name: &str, takes: Duration, patience: Duration) -> (Run<Option<String>>, String) {
    let copy = copy_of(name);
    let mirror = Mirror::new(name, takes, &copy);
    let too_late = move |seen: &Seen<_>| takes > patience && completed_at(seen, takes);
    let run = judge::run(move || fetch_or_give_up(mirror, patience))
        .usually_means(
            "patience-checked-afterwards",
            "It waited until the download was done, and only then gave it up. The end of the patience \
             has to end the download at that moment.",
            |seen| too_late(seen) && matches!(seen.value, Some(None)),
        )
        .usually_means(
            "patience-without-effect",
            "The download went on to its end. Nothing ended it when the patience was over.",
            too_late,
        )
        .usually_means(
            "begun-when-over",
            "The download began only when the patience was over. Calling an async fn only makes a \
             future, which does nothing until it is polled.",
            |seen| seen.timeline.spans.iter().any(|span| span.start >= patience),
        )
        .usually_means(
            "patience-sat-out",
            "The copy was there before that, and still it waited until all the patience was over. \
             Wait for whichever of the two comes first.",
            |seen| takes < patience && completed_at(seen, takes) && seen.elapsed == patience,
        )
        .usually_means("task-not-aborted", TASK_NOT_ABORTED, download_goes_on)
        .usually_means(
            "gave-up-too-soon",
            "The download was cancelled while there was patience left. Nothing may end it \
             before the patience is over.",
            |seen| {
                let mut spans = seen.timeline.spans.iter();
                spans.any(|span| span.fate == Fate::Cancelled && span.end < patience)
            },
        )
        .usually_means("returned-late", RETURNED_LATE, |seen| {
            completed_at(seen, takes) && takes < seen.elapsed && seen.elapsed < patience
        });
    (run, copy)
}

const TASK_NOT_ABORTED: &str = "A spawned task goes on with the download. Dropping a JoinHandle does \
     not stop its task. Let futures race instead of tasks, or abort the task before you return.";

const RETURNED_LATE: &str = "The copy was there before that, and still it waited for something \
     else, such as a pause between two looks. If you await the download itself, it wakes you at once. \
     Dropping a future or aborting a task takes no time.";

fn download_goes_on<T>(seen: &Seen<T>) -> bool {
    seen.alive > 0 && seen.timeline.spans.iter().any(|span| span.fate == Fate::Running)
}

fn completed_at<T>(seen: &Seen<T>, at: Duration) -> bool {
    seen.timeline.spans.iter().any(|span| span.fate == Fate::Completed && span.end == at)
}

/// What a mirror keeps. Its seal is another in every run: only a download reveals it.
fn copy_of(mirror: &str) -> String {
    let seal = RandomState::new().build_hasher().finish() % 1_000_000;
    format!("timetable from {mirror}, seal {seal:06}")
}
