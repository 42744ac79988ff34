//! The promises of `import`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

mod model;

use cooperative::given::{BallotBox, Counter, Summary};
use cooperative::import;
use judge::{Kept, Run, Seen};
use lab::span;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::task::{JoinHandle, yield_now};

#[test]
fn every_row_is_counted() -> Kept {
    let counting = |votes: Vec<u32>| {
        let mut expected: Vec<(u32, u64)> = Vec::new();
        for vote in 0..5 {
            let many = votes.iter().filter(|it| **it == vote).count() as u64;
            expected.push((vote, many));
        }
        let check = move |seen: &Seen<Night>| {
            let Some(night) = &seen.value else { return Ok(()) };
            for (number, votes) in &expected {
                let counted = night.summary.votes(*number);
                if counted != *votes {
                    return Err(format!(
                        "It counted {counted} votes for number {number}; the promise is {votes}."
                    ));
                }
            }
            Ok(())
        };
        night(votes, 0).promises(check).kept()
    };
    counting(votes(730)).and(counting(vec![3])).and(counting(vec![]))
}

#[test]
fn no_time_passes() -> Kept {
    night(votes(1_000), 0)
        .takes(Duration::ZERO)
        .kept()
        .and(night(votes(1), 0).takes(Duration::ZERO).kept())
}

#[test]
fn a_neighbour_gets_a_turn_after_at_most_100_rows() -> Kept {
    let turns = |rows| night(votes(rows), 1).promises(at_most_100).kept();
    turns(1_030).and(turns(200)).and(turns(101))
}

#[test]
fn several_neighbours_get_their_turns() -> Kept {
    night(votes(650), 4).promises(at_most_100).kept()
}

#[test]
fn nothing_is_left_running() -> Kept {
    night(votes(300), 0).leaves_nothing_running().kept()
}

#[test]
fn all_of_this_holds_for_whatever_rows() -> Kept {
    judge::any_input(model::cases)
}

/// What came of an import.
struct Night {
    summary: Summary,
    /// The most rows that were counted between two turns of a neighbour.
    most: u64,
    rows: u64,
}

/// An import beside so many neighbours, with the mistakes that can break any promise.
fn night(votes: Vec<u32>, neighbours: usize) -> Run<Night> {
    judge::run(move || import_beside(votes, neighbours))
        .usually_means(
            "no-turn",
            "Nobody else got a turn before all was counted. A loop that never waits keeps the thread, and an \
             `.await` of something that is ready is no wait.",
            |seen| seen.value.as_ref().is_some_and(|night| night.rows > 128 && night.most == night.rows),
        )
        .usually_means(
            "budget",
            "128 rows are what tokio's own futures let through before they make a task wait: it is their budget, \
             and not the number that is promised.",
            |seen| seen.value.as_ref().is_some_and(|night| (128..=129).contains(&night.most)),
        )
        .usually_means(
            "slept",
            "It waited for the clock. A sleep gives the others a turn, but time passes meanwhile, a millisecond at \
             least. To give them a turn takes no time.",
            |seen| !seen.elapsed.is_zero(),
        )
}

fn at_most_100(seen: &Seen<Night>) -> Result<(), String> {
    match &seen.value {
        Some(night) if night.most > 100 => Err(format!(
            "Between two turns of a neighbour {} rows were counted; the promise is at most 100.",
            night.most
        )),
        _ => Ok(()),
    }
}

async fn import_beside(votes: Vec<u32>, neighbours: usize) -> Night {
    let rows = votes.len() as u64;
    let (ballots, counter) = BallotBox::with(votes);
    let neighbours: Vec<Neighbour> =
        (0..neighbours).map(|_| Neighbour::moves_in(&counter, rows)).collect();
    let summary = span("import", import(ballots)).await;
    let mut most = 0;
    for neighbour in neighbours {
        most = most.max(neighbour.moves_out(&counter).await);
    }
    Night { summary, most, rows }
}

/// Somebody who looks at each turn how many rows were counted since the one before.
struct Neighbour {
    task: JoinHandle<()>,
    turns: Arc<Mutex<Turns>>,
}

/// How many rows had been counted at the last turn, and the most between two.
#[derive(Default)]
struct Turns {
    last: u64,
    most: u64,
}

impl Turns {
    fn turn(&mut self, counted: u64) {
        self.most = self.most.max(counted - self.last);
        self.last = counted;
    }
}

impl Neighbour {
    /// It wants a turn as often as there can be need for one, and some more. Not for ever: no time would
    /// pass.
    fn moves_in(counter: &Counter, rows: u64) -> Neighbour {
        let turns = Arc::new(Mutex::new(Turns::default()));
        let (counter, own) = (counter.clone(), turns.clone());
        let task = tokio::spawn(async move {
            for _ in 0..rows / 10 + 20 {
                own.lock().expect("nobody panics").turn(counter.counted());
                yield_now().await;
            }
            own.lock().expect("nobody panics").last = u64::MAX;
        });
        Neighbour { task, turns }
    }

    /// The most rows between two of its turns, the last rows included.
    async fn moves_out(self, counter: &Counter) -> u64 {
        self.task.abort();
        let _ = self.task.await;
        let mut turns = self.turns.lock().expect("nobody panics");
        if turns.last < u64::MAX {
            turns.turn(counter.counted());
        }
        turns.most
    }
}

fn votes(many: u32) -> Vec<u32> {
    (0..many).map(|number| number * number % 7 % 5).collect()
}
