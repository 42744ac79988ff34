//! What must be seen of `suggest`, whatever is typed and however long searches take: a generator of keys, and
//! when each search begins and ends.

use super::{ms, search_while_typing};
use debounce::given::{Index, QUIET};
use judge::{Call, Case, Expected, Rng, Scenario, time};
use std::time::Duration;

/// From nothing typed to hundreds of keys, each case beside two others, one of which is dropped; then hours.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let kinds = [
        (0, QUICK, Leaves::AtOnce),
        (1, SLOW, Leaves::Soon),
        (1, QUICK, Leaves::Late),
        (2, QUICK, Leaves::AtOnce),
        (2, SLOW, Leaves::Soon),
        (3, MIXED, Leaves::Late),
        (3, EDGES, Leaves::Soon),
        (5, MIXED, Leaves::AtOnce),
        (8, SLOW, Leaves::Soon),
        (13, MIXED, Leaves::Soon),
        (20, EDGES, Leaves::Late),
        (40, MIXED, Leaves::Soon),
    ];
    let mut cases = Vec::new();
    for (many, kind, leaves) in kinds {
        let all = typing(rng, many, kind, leaves, "");
        let other = typing(rng, 3, MIXED, Leaves::Soon, "b");
        let more = typing(rng, many, kind, Leaves::Late, "c");
        let dropped = dropped(rng, more);
        let [soon, later] = [900, 5_000].map(|longest| rng.time(0, longest));
        cases.push(Case::new(all).beside(soon, other).beside(later, dropped));
    }
    // All of it typed before anybody looks, and nobody types any more.
    let mut at_once = typing(rng, 70, QUICK, Leaves::AtOnce, "");
    at_once.keys.iter_mut().for_each(|key| key.at = Duration::ZERO);
    (at_once.room, at_once.closes) = (128, Duration::ZERO);
    cases.push(Case::new(at_once));
    // Hours without a key, and a search that takes hours.
    for hours in [1, 30] {
        let mut slow = typing(rng, 4, SLOW, Leaves::Late, "");
        let long = rng.time(hours * 3_600_000, (hours + 1) * 3_600_000);
        slow.keys[3] = Key { text: "om".into(), at: slow.keys[3].at + long, takes: long };
        slow.closes += long * 3;
        cases.push(Case::new(slow).once());
    }
    cases.push(Case::new(typing(rng, 400, MIXED, Leaves::Soon, "")).once());
    cases
}

/// The shortest and the longest pause before a key, in milliseconds.
type Kind = [(u64, u64); 3];

const QUICK: Kind = [(1, 9), (20, 290), (150, 299)];
const SLOW: Kind = [(301, 400), (400, 1_900), (1_500, 6_000)];
const MIXED: Kind = [QUICK[1], QUICK[2], SLOW[1]];
/// Shortly before and after it has been quiet for long enough.
const EDGES: Kind = [(297, 299), (301, 303), (305, 900)];

/// When nobody types any more.
#[derive(Clone, Copy)]
enum Leaves {
    /// With the last key.
    AtOnce,
    /// While it is not quiet yet, or while the last search goes on.
    Soon,
    Late,
}

/// A key, and how long the search for its text takes.
#[derive(Clone)]
struct Key {
    text: String,
    at: Duration,
    takes: Duration,
}

/// What somebody types.
#[derive(Clone)]
struct Typing {
    keys: Vec<Key>,
    closes: Duration,
    room: usize,
    dropped_at: Option<Duration>,
}

/// So many keys, whose texts begin with `tag`.
fn typing(rng: &mut Rng, many: usize, kind: Kind, leaves: Leaves, tag: &str) -> Typing {
    loop {
        let mut at = ms(rng.between(0, 1) * rng.between(1, 2_000));
        let mut keys: Vec<Key> = Vec::new();
        for number in 0..many {
            // Now and then somebody types what was there before, or deletes all of it.
            let text = match keys.last() {
                Some(before) if rng.one_in(9) => before.text.clone(),
                _ if tag.is_empty() && rng.one_in(9) => String::new(),
                _ => format!("{tag}{}", TEXTS[rng.below(TEXTS.len())]),
            };
            if number > 0 {
                let (least, most) = rng.one_of(&kind);
                at += rng.time(least, most);
            }
            let known = keys.iter().find(|key| key.text == text).map(|key| key.takes);
            let longest = rng.one_of(&[60, 900, 3_000]);
            let takes = known.unwrap_or_else(|| rng.time(1, longest));
            keys.push(Key { text, at, takes });
        }
        let closes = match leaves {
            Leaves::AtOnce => at,
            Leaves::Soon => at + ms(rng.between(1, 1_400)),
            Leaves::Late => at + ms(rng.between(5_000, 9_000)),
        };
        let room = rng.one_of(&[1, 4, 1_024]);
        let typing = Typing { keys, closes, room, dropped_at: None };
        if !typing.has_ties() {
            return typing;
        }
    }
}

const TEXTS: [&str; 6] = ["a", "as", "asp ", "i", "Ibu", "Ω 3 µg, 12 %"];

/// The same, dropped at a moment at which nothing else happens: while the longest search goes on, or at any.
fn dropped(rng: &mut Rng, typing: Typing) -> Typing {
    let searches = typing.searches();
    let longest = searches.iter().max_by_key(|it| it.ends - it.begins);
    let (from, to) = match longest {
        Some(search) if rng.one_in(2) => (search.begins, search.ends),
        _ => (Duration::ZERO, typing.over() + ms(2)),
    };
    let moments = typing.moments();
    let length = (to - from).as_millis() as u64;
    for _ in 0..9 {
        let at = from + ms(rng.between(1, length.max(2) - 1));
        if !moments.contains(&at) {
            return Typing { dropped_at: Some(at), ..typing };
        }
    }
    // There is no such moment in a search of one millisecond.
    Typing { dropped_at: Some(typing.over() + ms(7)), ..typing }
}

/// A search: for which text, from when to when, and whether it came to its end.
struct Search<'a> {
    text: &'a str,
    begins: Duration,
    ends: Duration,
    finished: bool,
}

impl Typing {
    fn searches(&self) -> Vec<Search<'_>> {
        let mut searches = Vec::new();
        for (number, key) in self.keys.iter().enumerate() {
            let next = self.keys.get(number + 1).map(|key| key.at);
            let begins = match next {
                Some(next) if next < key.at + QUIET => continue,
                Some(_) => key.at + QUIET,
                None => (key.at + QUIET).min(self.closes),
            };
            let ends = next.unwrap_or(Duration::MAX).min(begins + key.takes);
            let finished = ends == begins + key.takes;
            searches.push(Search { text: &key.text, begins, ends, finished });
        }
        searches
    }

    fn over(&self) -> Duration {
        self.searches().last().map_or(self.closes, |last| last.ends.max(self.closes))
    }

    fn moments(&self) -> Vec<Duration> {
        let mut moments = vec![self.closes];
        moments.extend(self.keys.iter().map(|key| key.at));
        moments.extend(self.searches().iter().flat_map(|it| [it.begins, it.ends]));
        moments
    }

    /// Whether a key comes, or the channel is closed, at the moment at which a search would begin or end.
    fn has_ties(&self) -> bool {
        let mut disturbing: Vec<Duration> = self.keys.iter().map(|key| key.at).collect();
        let last = disturbing.last().copied();
        disturbing.extend((last != Some(self.closes)).then_some(self.closes));
        self.keys.iter().any(|key| {
            let begins = key.at + QUIET;
            let early = (key.at + QUIET).min(self.closes);
            let ends = [begins + key.takes, early + key.takes];
            disturbing.iter().any(|at| *at == begins || ends.contains(at))
        })
    }
}

impl Scenario for Typing {
    fn input(&self) -> String {
        let mut told = Vec::new();
        for key in self.keys.iter().take(6) {
            let (at, takes) = (time(key.at), time(key.takes));
            told.push(format!("{:?} at {at} (its search takes {takes})", key.text));
        }
        if self.keys.len() > told.len() {
            told.push(format!("{} more", self.keys.len() - told.len()));
        }
        let keys = if told.is_empty() { "no key".to_owned() } else { told.join(", ") };
        let mut input = format!("suggest with {keys}, closed at {}", time(self.closes));
        if let Some(at) = self.dropped_at {
            input += &format!(", dropped at {}", time(at));
        }
        input
    }

    fn call(&self) -> Call {
        let Typing { keys, closes, room, dropped_at } = self.clone();
        let call = Call::new(move || async move {
            let index = Index::with_times(keys.iter().map(|key| (key.text.clone(), key.takes)));
            let keys = keys.into_iter().map(|key| (key.text, key.at)).collect();
            format!("{:?}", search_while_typing(keys, closes, room, index).await)
        });
        match dropped_at {
            Some(at) => call.dropped_at(at),
            None => call,
        }
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let mut found = Vec::new();
        for search in self.searches() {
            let name = format!("search for \"{}\"", search.text);
            if search.finished {
                expected.completes(name, search.begins, search.ends);
                found.push(search.text.to_owned());
            } else {
                expected.cancels(name, search.begins, search.ends);
            }
        }
        expected.returns(format!("{found:?}"), self.over());
        Some(match self.dropped_at {
            Some(at) => expected.dropped_at(at),
            None => expected,
        })
    }
}
