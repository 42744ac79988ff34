//! The promises of `load`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! No two loads end at the same instant where that could matter: ties are no promise.

mod model;

use judge::{Fate, Kept, Run, Seen, Span, same_items};
use lab::SECOND;
use std::time::Duration;
use try_join::given::{Report, Trouble};
use try_join::load;

type Files = [&'static str; 3];
type Outcome = anyhow::Result<Report>;

// How long each takes, and with which something is wrong, is in `src/given.rs`.
const GOOD_DAY: Files = ["station.csv", "bridge.csv", "market.csv"];
const FIRST_FAILS: Files = ["castle.csv", "arcade.csv", "market.csv"];
const SECOND_FAILS: Files = ["station.csv", "castle.csv", "market.csv"];
const THIRD_FAILS: Files = ["bridge.csv", "arcade.csv", "airport.csv"];
const LAST_FAILS: Files = ["museum.csv", "bridge.csv", "harbour.csv"];
const TWO_FAIL: Files = ["airport.csv", "market.csv", "museum.csv"];

#[test]
fn the_report_has_the_sheets_in_the_order_of_the_files() -> Kept {
    reporting(GOOD_DAY)
        .promises(|seen| sheets_are(seen, GOOD_DAY))
        .usually_means("sheets-reordered", SHEETS_REORDERED, |seen| {
            files_of(seen).is_some_and(|got| got != GOOD_DAY && same_items(&got, &GOOD_DAY))
        })
        .kept()
}

#[test]
fn all_three_are_loaded_at_the_same_time() -> Kept {
    timed(reporting(GOOD_DAY))
        .together(&GOOD_DAY)
        .starts(GOOD_DAY[0], Duration::ZERO)
        .starts(GOOD_DAY[1], Duration::ZERO)
        .starts(GOOD_DAY[2], Duration::ZERO)
        .kept()
}

#[test]
fn a_report_takes_as_long_as_its_slowest_sheet() -> Kept {
    timed(reporting(GOOD_DAY)).takes(5 * SECOND).kept()
}

#[test]
fn the_first_error_ends_the_wait_at_once() -> Kept {
    let fails_after = |files, at| noticing(files).takes(at).kept();
    fails_after(FIRST_FAILS, SECOND)
        .and(fails_after(SECOND_FAILS, SECOND))
        .and(fails_after(THIRD_FAILS, 4 * SECOND))
        .and(fails_after(TWO_FAIL, 2 * SECOND + SECOND / 2))
}

#[test]
fn of_several_errors_it_is_the_one_that_came_first() -> Kept {
    const AIRPORT: [&str; 2] = ["airport.csv", "line dropped"];
    const MUSEUM: [&str; 2] = ["museum.csv", "the till was never closed"];
    let all_fail = noticing(["airport.csv", "museum.csv", "castle.csv"])
        .promises(|seen| is_about(seen, ["castle.csv", "disk full"], &[AIRPORT, MUSEUM]));
    let two_fail = noticing(TWO_FAIL).promises(|seen| is_about(seen, MUSEUM, &[AIRPORT]));
    all_fail.kept().and(two_fail.kept())
}

#[test]
fn the_other_loads_are_broken_off_at_that_moment() -> Kept {
    let second = noticing(SECOND_FAILS)
        .cancels("station.csv", SECOND)
        .cancels("market.csv", SECOND)
        .leaves_nothing_running();
    let third = noticing(THIRD_FAILS).cancels("arcade.csv", 4 * SECOND).leaves_nothing_running();
    second.kept().and(third.kept())
}

#[test]
fn the_error_says_which_file_and_why() -> Kept {
    let saying =
        |files, promised| telling(files).promises(move |seen| reads(seen, promised)).kept();
    saying(SECOND_FAILS, "loading castle.csv: disk full")
        .and(saying(THIRD_FAILS, "loading airport.csv: line dropped"))
        .and(saying(LAST_FAILS, "loading museum.csv: the till was never closed"))
}

#[test]
fn the_trouble_itself_is_the_cause_of_the_error() -> Kept {
    telling(THIRD_FAILS).promises(has_its_cause).kept()
}

#[test]
fn every_sheet_is_loaded_once_whether_that_works_or_not() -> Kept {
    let once = |run: Run<Outcome>, files: Files| {
        timed(run)
            .promises(move |seen| files.iter().try_for_each(|file| loaded_once(seen, file)))
            .kept()
    };
    once(reporting(GOOD_DAY), GOOD_DAY).and(once(failing(SECOND_FAILS), SECOND_FAILS))
}

#[test]
fn a_good_day_leaves_nothing_running_either() -> Kept {
    reporting(["harbour.csv", "bridge.csv", "station.csv"]).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_files() -> Kept {
    judge::any_input(model::cases)
}

/// The loading of files with which nothing is wrong.
fn reporting(files: Files) -> Run<Outcome> {
    judge::run(move || load(files))
        .promises(|seen| match error_of(seen) {
            Some(error) => {
                Err(format!("It failed: \"{error:#}\"; the promise is a report of three sheets."))
            }
            None => Ok(()),
        })
        .usually_means("gave-up-waiting", GAVE_UP_WAITING, |seen| {
            let cancelled = |span: &Span| span.fate == Fate::Cancelled;
            error_of(seen).is_some()
                && first_trouble(seen).is_none()
                && seen.timeline.spans.iter().any(cancelled)
        })
}

/// The loading of files of which at least one fails.
fn failing(files: Files) -> Run<Outcome> {
    judge::run(move || load(files)).promises(|seen| match &seen.value {
        Some(Ok(_)) => Err("It returned a report; the promise is an error.".to_owned()),
        _ => Ok(()),
    })
}

/// A loading that is looked at for when things happen, with the mistakes that cost time.
fn timed(run: Run<Outcome>) -> Run<Outcome> {
    run.usually_means("loaded-again", LOADED_AGAIN, |seen| {
        let spans = &seen.timeline.spans;
        spans.iter().any(|span| seen.spans(&span.name).len() > 1)
    })
    .usually_means("one-after-another", ONE_AFTER_ANOTHER, |seen| {
        let spans = &seen.timeline.spans;
        spans.len() > 1 && spans.windows(2).all(|pair| pair[0].end <= pair[1].start)
    })
}

/// A failing load that is looked at for when it ends, with the mistakes that make it late.
fn noticing(files: Files) -> Run<Outcome> {
    timed(failing(files))
        .usually_means("waited-for-all", WAITED_FOR_ALL, |seen| {
            let completed = |span: &Span| span.fate == Fate::Completed;
            noticed_late(seen) && seen.timeline.spans.iter().all(completed)
        })
        .usually_means("noticed-too-late", NOTICED_TOO_LATE, noticed_late)
        .usually_means("task-not-aborted", TASK_NOT_ABORTED, |seen| {
            let running = |span: &Span| span.fate == Fate::Running;
            seen.alive > 0 && seen.timeline.spans.iter().any(running)
        })
}

/// A failing load whose error is looked at, with the mistakes that are made in words.
fn telling(files: Files) -> Run<Outcome> {
    failing(files)
        .usually_means("no-context", NO_CONTEXT, |seen| {
            error_of(seen).is_some_and(|error| error.is::<Trouble>() && error.chain().count() == 1)
        })
        .usually_means("cause-only-as-text", CAUSE_ONLY_AS_TEXT, |seen| {
            let Some((reason, _)) = first_trouble(seen) else { return false };
            error_of(seen).is_some_and(|error| !has_trouble(error) && says(error, reason))
        })
        .usually_means("cause-thrown-away", CAUSE_THROWN_AWAY, |seen| {
            error_of(seen).is_some_and(|error| !has_trouble(error))
        })
        .usually_means("cause-said-twice", CAUSE_SAID_TWICE, |seen| {
            let Some((reason, _)) = first_trouble(seen) else { return false };
            error_of(seen).is_some_and(|error| format!("{error:#}").matches(reason).count() > 1)
        })
        .usually_means("one-context-for-all", ONE_CONTEXT_FOR_ALL, move |seen| {
            error_of(seen).is_some_and(|error| {
                let named = files.iter().filter(|file| says(error, file)).count();
                has_trouble(error) && named != 1
            })
        })
}

const GAVE_UP_WAITING: &str = "A load was broken off although none had failed. Some lines are slow: \
     wait for the sheet, however long that is.";

const SHEETS_REORDERED: &str = "These are the right sheets in another order. Each belongs where its \
     file stands in the list, whichever is there first.";

const ONE_AFTER_ANOTHER: &str = "No two loads overlapped: each began when the one before it was \
     over. An .await holds up all that is below it, and a future that you only hold does nothing.";

const TASK_NOT_ABORTED: &str = "The loads run in spawned tasks, and dropping a JoinHandle does not \
     stop its task. Await futures instead of tasks, or abort the tasks.";

const WAITED_FOR_ALL: &str = "One load had failed before that, and still it waited until the last \
     was done. What you want to be woken by is the end of all, or the first error.";

const NOTICED_TOO_LATE: &str = "One load had failed before that, and still it waited for something \
     else, such as a load that stands earlier in the list. Any of them may be the first to fail.";

const NO_CONTEXT: &str = "This is the café's own error with nothing added: `?` alone passes it on \
     as it is. anyhow's `context` puts a line of yours on top of it.";

const CAUSE_ONLY_AS_TEXT: &str = "The café's error was written into a new one as text: a reader \
     sees it, a program cannot get at it. anyhow's `context` keeps the error itself.";

const CAUSE_THROWN_AWAY: &str = "The café's own error is not part of this one. anyhow's `context` \
     puts a line of yours on top of an error and keeps it as the cause.";

const CAUSE_SAID_TWICE: &str = "What the café reported is in it twice: in the line that was added, \
     and once more as the cause, which {:#} prints after it. Your line need not repeat it.";

const ONE_CONTEXT_FOR_ALL: &str = "This error does not single out one file. Whatever is added \
     after the joining can't know which load failed: each load needs a line of its own, with its file.";

const LOADED_AGAIN: &str = "Every call of load_sheet is a load of its own. Make one for each file; \
     a failure is an answer too.";

/// What the first café in trouble reported, and when.
fn first_trouble(seen: &Seen<Outcome>) -> Option<(&str, Duration)> {
    seen.timeline.said.iter().find_map(|said| {
        let (_, reason) = said.line.split_once(": failed, ")?;
        Some((reason, said.at))
    })
}

/// Whether it failed, and only after the first trouble had been reported.
fn noticed_late(seen: &Seen<Outcome>) -> bool {
    error_of(seen).is_some() && first_trouble(seen).is_some_and(|(_, at)| at < seen.elapsed)
}

fn error_of(seen: &Seen<Outcome>) -> Option<&anyhow::Error> {
    seen.value.as_ref()?.as_ref().err()
}

fn says(error: &anyhow::Error, words: &str) -> bool {
    format!("{error:#}").contains(words)
}

fn has_trouble(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.is::<Trouble>())
}

/// The files that the sheets of a report were loaded from.
fn files_of(seen: &Seen<Outcome>) -> Option<[&str; 3]> {
    let report = seen.value.as_ref()?.as_ref().ok()?;
    Some(report.sheets.each_ref().map(|sheet| sheet.file()))
}

fn sheets_are(seen: &Seen<Outcome>, files: Files) -> Result<(), String> {
    match files_of(seen) {
        Some(got) if got != files => {
            Err(format!("The report has {}; the promise is {}.", got.join(", "), files.join(", ")))
        }
        _ => Ok(()),
    }
}

/// The error says no file or reason of what came `later` in the place of the first trouble's.
fn is_about(seen: &Seen<Outcome>, first: [&str; 2], later: &[[&str; 2]]) -> Result<(), String> {
    let Some(error) = error_of(seen) else { return Ok(()) };
    let another = |part: usize| {
        !says(error, first[part]) && later.iter().any(|other| says(error, other[part]))
    };
    if !another(0) && !another(1) {
        return Ok(());
    }
    let [file, reason] = first;
    Err(format!(
        "Its error reads \"{error:#}\"; the promise is the first, \"{reason}\" from {file}."
    ))
}

fn reads(seen: &Seen<Outcome>, promised: &str) -> Result<(), String> {
    match error_of(seen).map(|error| format!("{error:#}")) {
        Some(error) if error != promised => {
            Err(format!("Its error reads \"{error}\"; the promise is \"{promised}\"."))
        }
        _ => Ok(()),
    }
}

fn has_its_cause(seen: &Seen<Outcome>) -> Result<(), String> {
    match error_of(seen) {
        Some(error) if !has_trouble(error) => Err(format!(
            "Its error, \"{error:#}\", has no Trouble among its causes; the promise is that it has."
        )),
        _ => Ok(()),
    }
}

fn loaded_once(seen: &Seen<Outcome>, file: &str) -> Result<(), String> {
    match seen.spans(file).len() {
        1 => Ok(()),
        0 => Err(format!("{file} was never loaded; the promise is once.")),
        n => Err(format!("{file} was loaded {n} times; the promise is once.")),
    }
}
