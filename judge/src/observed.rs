//! What was seen of a run, as data.

use crate::watchdog::Stuck;
use std::ops::Deref;
use std::time::Duration;
use verdict::{End, Panic, Span, Timeline};

/// What was seen of one run: the value that it returned, and, by dereference, all the rest.
pub struct Seen<T> {
    /// What it returned; `Some` exactly when [`end`](Observed::end) is [`End::Done`].
    pub value: Option<T>,
    pub(crate) observed: Observed,
}

impl<T> Deref for Seen<T> {
    type Target = Observed;

    fn deref(&self) -> &Observed {
        &self.observed
    }
}

/// What was seen of one run, whatever the type of what it returned.
///
/// A type of its own because what looks at it is then compiled once, with the judge; as a part of
/// the generic [`Seen`] it would be compiled anew with every test program, for each type of value.
pub struct Observed {
    /// How it ended.
    pub end: End,
    /// Virtual time from the start to the end.
    pub elapsed: Duration,
    /// Real time from the start to the end.
    pub real: Duration,
    /// What began and ended when.
    pub timeline: Timeline,
    /// Tasks that were spawned and neither ended nor aborted when it returned.
    pub alive: usize,
    /// Threads that it had started, for blocking work or by `std::thread`, and that were still there when
    /// it was over; 0 where the system does not tell.
    pub left: usize,
    /// Real time for which the thread that runs its tasks slept, other than to wait for a timer or for
    /// another thread. Where the system does not tell, only what the watch has noticed: some tenths of a
    /// second at a time.
    pub asleep: Duration,
    /// Whether that thread worked or printed so much that nobody would wait for a hundred such runs.
    pub is_long: bool,
    /// Panics, in order, those inside spawned tasks too.
    pub panics: Vec<Panic>,
    /// Whether a panic is part of what the promise is about.
    pub(crate) panic_expected: bool,
    /// What kept the run from coming back to its runtime, where that is how it ended.
    pub(crate) stuck: Option<Stuck>,
}

impl Observed {
    /// The given world's spans with names that begin with `prefix`, in the order in which they began.
    pub fn spans(&self, prefix: &str) -> Vec<&Span> {
        self.world().filter(|span| span.name.starts_with(prefix)).collect()
    }

    /// The lines that the given world said at exactly this moment, in order.
    pub fn said_at(&self, at: Duration) -> Vec<&str> {
        let said = self.timeline.said.iter().filter(|said| said.at == at && !said.own);
        said.map(|said| said.line.as_str()).collect()
    }

    /// The given world's first span of exactly this name.
    pub(crate) fn span(&self, name: &str) -> Option<&Span> {
        self.world().find(|span| span.name == name)
    }

    /// The given world's spans: what an answer records for itself is its own affair.
    pub(crate) fn world(&self) -> impl Iterator<Item = &Span> {
        self.timeline.spans.iter().filter(|span| !span.own)
    }

    /// Puts what was seen of another run, at the same time and apart from this one, to this one's.
    pub(crate) fn add(&mut self, other: Observed) {
        if self.end == End::Done {
            (self.end, self.stuck) = (other.end, other.stuck);
        }
        self.elapsed = self.elapsed.max(other.elapsed);
        self.left += other.left;
        let Timeline { spans, said, end, dropped } = other.timeline;
        self.timeline.spans.extend(spans);
        self.timeline.spans.sort_by_key(|span| span.start);
        self.timeline.said.extend(said);
        self.timeline.said.sort_by_key(|said| said.at);
        self.timeline.end = self.timeline.end.max(end);
        self.timeline.dropped += dropped;
        self.panics.extend(other.panics);
    }
}

/// These times in order, each once.
pub fn moments(mut times: Vec<Duration>) -> Vec<Duration> {
    times.sort_unstable();
    times.dedup();
    times
}

/// Whether two lists hold the same items, each as often, in whatever order.
///
/// For the few items of a story: it compares each with each. (Sorting would be ten times the code in
/// every test program.)
pub fn same_items<T: PartialEq>(some: &[T], others: &[T]) -> bool {
    let as_often = |item: &T| {
        let in_list = |list: &[T]| list.iter().filter(|other| *other == item).count();
        in_list(some) == in_list(others)
    };
    some.len() == others.len() && some.iter().all(as_often)
}

/// Whether one of `spans` began only when another of the same name, which had taken its time, ended.
pub fn waits_for_a_namesake(spans: &[&Span]) -> bool {
    let waits = |one: &Span, other: &Span| {
        one.name == other.name && one.start < one.end && one.end == other.start
    };
    spans.iter().any(|one| spans.iter().any(|other| waits(one, other)))
}

/// The most of `spans` that are under way at one moment. A span of no length is under way then.
pub(crate) fn most_at_once(spans: &[&Span]) -> usize {
    let under_way =
        |span: &Span, at: Duration| span.start == at || (span.start < at && at < span.end);
    let at = |moment: Duration| spans.iter().filter(|span| under_way(span, moment)).count();
    spans.iter().map(|span| at(span.start)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{moments, same_items, waits_for_a_namesake};
    use std::time::Duration;
    use verdict::{Fate, Span};

    #[test]
    fn times_come_in_order_each_once() {
        let [two, nine] = [2, 9].map(Duration::from_secs);
        assert_eq!(moments(vec![nine, two, Duration::ZERO, nine]), [Duration::ZERO, two, nine]);
    }

    #[test]
    fn who_waits_for_a_namesake_begins_when_that_one_ends() {
        let span = |name: &str, start, end| {
            let [start, end] = [start, end].map(Duration::from_secs);
            Span {
                name: name.to_owned(),
                start,
                end,
                fate: Fate::Completed,
                panicked: false,
                own: false,
            }
        };
        let (first, next) = (span("a", 0, 2), span("a", 2, 3));
        assert!(waits_for_a_namesake(&[&first, &next]));
        assert!(!waits_for_a_namesake(&[&first, &span("b", 2, 3)]));
        assert!(!waits_for_a_namesake(&[&first, &span("a", 1, 3), &span("c", 4, 4)]));
    }

    #[test]
    fn lists_hold_the_same_items_when_only_their_order_differs() {
        assert!(same_items(&[1, 2, 2], &[2, 1, 2]));
        assert!(same_items::<u8>(&[], &[]));
        for other in [&[1, 2][..], &[1, 1, 2], &[1, 2, 3], &[1, 2, 2, 2]] {
            assert!(!same_items(&[1, 2, 2], other) && !same_items(other, &[1, 2, 2]), "{other:?}");
        }
    }
}
