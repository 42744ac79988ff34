//! The promises of `pages`. Each runs on a clock that jumps, so seconds cost nothing and are exact.
//! The list has four pages with three rows each, and a page takes a second.

mod model;

use futures::StreamExt;
use judge::{Kept, Run, Seen, time};
use lab::SECOND;
use std::pin::pin;
use std::time::Duration;
use streams::given::{Client, Draft};
use streams::pages;
use tokio::time::{Instant, sleep, timeout};

#[test]
fn nothing_is_fetched_before_the_first_row_is_asked_for() -> Kept {
    reading(usual(), vec![Work(2 * SECOND), Ask])
        .starts("page 1", 2 * SECOND)
        .kept()
        .and(reading(usual(), vec![Work(SECOND)]).never_starts("page 1").kept())
}

#[test]
fn the_first_row_comes_when_its_page_is_there() -> Kept {
    reading(usual(), vec![Ask]).promises(gives("row 1 at 1 s")).kept()
}

#[test]
fn the_next_page_is_fetched_when_its_first_row_is_asked_for() -> Kept {
    let script = vec![Ask, Ask, Ask, Work(3 * SECOND), Ask, Work(SECOND), Ask];
    reading(usual(), script)
        .starts("page 2", 4 * SECOND)
        .promises(gives("row 1 at 1 s, row 2 at 1 s, row 3 at 1 s, row 4 at 5 s, row 5 at 6 s"))
        .never_starts("page 3")
        .kept()
}

#[test]
fn whoever_takes_three_rows_has_one_page_fetched() -> Kept {
    reading(usual(), vec![Ask; 3]).never_starts("page 2").takes(SECOND).kept()
}

#[test]
fn all_rows_come_in_order_and_then_it_ends() -> Kept {
    let rows: Vec<String> =
        (1..=12).map(|row| format!("row {row} at {} s", (row + 2) / 3)).collect();
    let all = rows.join(", ") + ", the end at 4 s";
    reading(usual(), vec![Ask; 13]).promises(gives(all)).takes(4 * SECOND).kept()
}

#[test]
fn an_empty_page_is_passed_over() -> Kept {
    let list = |rows: &[usize]| -> Vec<Draft> {
        rows.iter().map(|rows| Draft { rows: *rows, takes: SECOND, fails: false }).collect()
    };
    reading(list(&[1, 0, 0, 1]), vec![Ask; 3])
        .promises(gives("row 1 at 1 s, row 2 at 4 s, the end at 4 s"))
        .kept()
        .and(reading(list(&[0]), vec![Ask]).promises(gives("the end at 1 s")).kept())
}

#[test]
fn after_an_error_it_ends() -> Kept {
    reading(with_trouble(3), vec![Ask; 8])
        .promises(gives("row 1 at 1 s, row 2 at 1 s, row 3 at 2 s, row 4 at 2 s, an error at 3 s, the end at 3 s"))
        .never_starts("page 4")
        .kept()
}

#[test]
fn an_error_says_which_page_it_was_and_what_the_clinic_said() -> Kept {
    let at = |page: usize| {
        let check = move |seen: &Seen<Reading>| {
            let Some(error) = seen.value.as_ref().and_then(|reading| reading.errors.first()) else {
                return Err("There was no error; the promise is one.".to_owned());
            };
            let both = [format!("page {page}"), "no connection to the clinic".to_owned()];
            match both.iter().find(|part| !error.to_lowercase().contains(*part)) {
                Some(part) => Err(format!(
                    "The error says \"{error}\"; the promise is that it says \"{part}\"."
                )),
                None => Ok(()),
            }
        };
        reading(with_trouble(page), vec![Ask; 7]).promises(check).kept()
    };
    at(1).and(at(3))
}

#[test]
fn whoever_stops_waiting_and_asks_again_loses_nothing() -> Kept {
    let script =
        vec![AskFor(ms(300)), Work(ms(50)), AskFor(ms(400)), Ask, Ask, Ask, AskFor(ms(10)), Ask];
    reading(usual(), script)
        .completes("page 1", SECOND)
        .promises(gives("nothing at 300 ms, nothing at 750 ms, row 1 at 1 s, row 2 at 1 s, row 3 at 1 s, nothing at 1.01 s, row 4 at 2 s"))
        .kept()
}

#[test]
fn nothing_is_left_running() -> Kept {
    reading(usual(), vec![Ask, Ask, Ask, AskFor(ms(300))])
        .leaves_nothing_running()
        .cancels("page 2", ms(1_300))
        .kept()
}

#[test]
fn all_of_this_holds_for_whatever_list() -> Kept {
    judge::any_input(model::cases)
}

/// What the reader of a list does next.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Waits for the next row.
    Ask,
    /// Waits for it, but no longer than this.
    AskFor(Duration),
    /// Does something else.
    Work(Duration),
}
use Step::{Ask, AskFor, Work};

/// What a reader got.
#[derive(Debug, PartialEq)]
struct Reading {
    /// All of it, with the time of each.
    got: Vec<String>,
    errors: Vec<String>,
}

/// Reads a list, and lets go of it after the last step; with the mistakes that can break any promise.
fn reading(drafts: Vec<Draft>, script: Vec<Step>) -> Run<Reading> {
    let (asked, rows) = (first_asked(&script), drafts[0].rows);
    judge::run(move || read(Client::with_pages("", drafts), script))
        .usually_means(
            "not-lazy",
            "A page was fetched before anybody had asked for a row. Whoever makes a stream starts nothing \
             yet: the work belongs into what is polled.",
            move |seen| {
                seen.spans("page ").first().is_some_and(|page| asked.is_none_or(|at| page.start < at))
            },
        )
        .usually_means(
            "fetches-ahead",
            "A page was fetched though rows of the page before it were still to be given out. Nobody had \
             asked for it, and perhaps nobody will.",
            move |seen| {
                let Some(reading) = &seen.value else { return false };
                let given = reading.got.iter().filter(|got| got.starts_with("row ")).count();
                // Whoever is given rows of one page only has no use for another.
                given < rows && seen.spans("page ").len() > 1
            },
        )
}

/// When a row is asked for at first.
fn first_asked(script: &[Step]) -> Option<Duration> {
    let mut now = Duration::ZERO;
    for step in script {
        match step {
            Work(takes) => now += *takes,
            Ask | AskFor(_) => return Some(now),
        }
    }
    None
}

async fn read(client: Client, script: Vec<Step>) -> Reading {
    let start = Instant::now();
    let mut reading = Reading { got: Vec::new(), errors: Vec::new() };
    let mut rows = pin!(pages(client));
    for step in script {
        let item = match step {
            Work(takes) => {
                sleep(takes).await;
                continue;
            }
            Ask => Ok(rows.next().await),
            AskFor(patience) => timeout(patience, rows.next()).await,
        };
        let ended = matches!(item, Ok(None));
        let what = match item {
            Err(_) => "nothing".to_owned(),
            Ok(None) => "the end".to_owned(),
            Ok(Some(Ok(row))) => format!("row {}", row.number()),
            Ok(Some(Err(error))) => {
                reading.errors.push(format!("{error:#}"));
                "an error".to_owned()
            }
        };
        reading.got.push(format!("{what} at {}", time(start.elapsed())));
        if ended {
            break;
        }
    }
    reading
}

/// Four pages with three rows each.
fn usual() -> Vec<Draft> {
    vec![Draft { rows: 3, takes: SECOND, fails: false }; 4]
}

/// Four pages of two rows, of which this one can't be fetched.
fn with_trouble(page: usize) -> Vec<Draft> {
    (1..=4).map(|number| Draft { rows: 2, takes: SECOND, fails: number == page }).collect()
}

/// What is given out, and when.
fn gives(all: impl Into<String>) -> impl FnOnce(&Seen<Reading>) -> Result<(), String> {
    let all = all.into();
    move |seen| {
        let Some(reading) = &seen.value else { return Ok(()) };
        let promised: Vec<&str> = all.split(", ").collect();
        let at = promised.iter().zip(&reading.got).position(|(promised, got)| promised != got);
        match at {
            Some(at) => {
                let (got, promised) = (&reading.got[at], promised[at]);
                Err(format!("Whoever asked got {got}; the promise is {promised}."))
            }
            None if reading.got.len() < promised.len() => {
                let promised = promised[reading.got.len()];
                Err(format!("Then nothing more came; the promise is {promised}."))
            }
            None => Ok(()),
        }
    }
}

fn ms(millis: u64) -> Duration {
    Duration::from_millis(millis)
}
