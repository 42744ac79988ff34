//! The ballots of this story. Given: there is nothing to edit here.

use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A ballot, as the scanner has read it. It shares its box's `Rc` with all others, and so can't go to
/// another thread.
#[derive(Debug)]
pub struct Row {
    vote: u32,
    of: Rc<BallotBox>,
}

/// A box of ballots, which knows how many of them have been counted.
#[derive(Debug, Default)]
pub struct BallotBox {
    counted: Arc<AtomicU64>,
}

/// How many votes there are for each number on the list. Only counting makes one.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    votes: BTreeMap<u32, u64>,
}

impl BallotBox {
    /// A ballot for each of these votes.
    pub fn with(votes: impl IntoIterator<Item = u32>) -> (Vec<Row>, Counter) {
        let of = Rc::new(BallotBox::default());
        let counter = Counter(of.counted.clone());
        (votes.into_iter().map(|vote| Row { vote, of: of.clone() }).collect(), counter)
    }
}

/// Says how many ballots of a box have been counted.
#[derive(Clone, Debug)]
pub struct Counter(Arc<AtomicU64>);

impl Counter {
    /// How many by now.
    pub fn counted(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Summary {
    /// An empty summary.
    pub fn new() -> Summary {
        Summary::default()
    }

    /// Counts a row: one small step, which waits for nothing.
    pub fn count(&mut self, row: Row) {
        *self.votes.entry(row.vote).or_default() += 1;
        row.of.counted.fetch_add(1, Ordering::Relaxed);
    }

    /// The votes for a number on the list.
    pub fn votes(&self, number: u32) -> u64 {
        self.votes.get(&number).copied().unwrap_or_default()
    }

    /// How many votes there are in all.
    pub fn total(&self) -> u64 {
        self.votes.values().sum()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<String> =
            self.votes.iter().map(|(number, votes)| format!("{number}: {votes}")).collect();
        f.write_str(&all.join(", "))
    }
}
