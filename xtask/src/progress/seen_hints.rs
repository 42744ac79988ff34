//! Which hints of an exercise were seen.

use std::collections::BTreeSet;
use std::fmt::{self, Display};

/// Numbers of hints, from 1. Mostly they are seen in their order, so a set is written as how many
/// were seen from the first on, and after a `+` each any other: `2`, `1+3`, `0+4`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenHints(BTreeSet<usize>);

impl SeenHints {
    pub fn add(&mut self, number: usize) {
        self.0.insert(number);
    }

    pub fn has(&self, number: usize) -> bool {
        self.0.contains(&number)
    }

    /// What is in either.
    pub(super) fn and(&self, other: &SeenHints) -> SeenHints {
        SeenHints(self.0.union(&other.0).copied().collect())
    }

    /// The first of so many hints that was not seen; the last when all were.
    pub fn next_of(&self, hints: usize) -> usize {
        (1..=hints).find(|number| !self.has(*number)).unwrap_or(hints)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn parse(text: &str) -> Option<SeenHints> {
        /// No exercise has more; a larger number is a slip of somebody's hand.
        const MOST: usize = 99;
        let mut numbers = text.split('+').map(|number| number.parse().ok());
        let in_order = numbers.next()??;
        let others: Option<Vec<usize>> = numbers.collect();
        let seen: BTreeSet<usize> = (1..=in_order.min(MOST + 1)).chain(others?).collect();
        seen.iter().all(|number| (1..=MOST).contains(number)).then_some(SeenHints(seen))
    }
}

impl Display for SeenHints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_order = (1..).take_while(|number| self.has(*number)).count();
        write!(f, "{in_order}")?;
        self.0.iter().filter(|number| **number > in_order).try_for_each(|n| write!(f, "+{n}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["0", "2", "1+3", "0+4", "2+5+6"] {
            assert_eq!(SeenHints::parse(text).unwrap().to_string(), text);
        }
        // Written by hand, and as good.
        assert_eq!(SeenHints::parse("1+2").unwrap().to_string(), "2");
        for text in ["", "+", "one", "1+", "1,2", "0+0", "100", "99999999999"] {
            assert_eq!(SeenHints::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_next_is_the_first_that_was_not_seen() {
        let mut seen = SeenHints::default();
        assert_eq!(seen.next_of(3), 1);
        seen.add(2);
        assert_eq!(seen.next_of(3), 1);
        seen.add(1);
        assert_eq!(seen.next_of(3), 3);
        seen.add(3);
        assert_eq!(seen.next_of(3), 3, "all seen: the last once more");
    }
}
