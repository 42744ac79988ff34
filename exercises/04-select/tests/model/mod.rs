//! What must be seen of `fastest` and `fetch_or_give_up` for whatever mirrors and whatever patience: a
//! generator of races, and who wins them when. No race is a tie.

use judge::{Call, Case, Expected, Observation, Rng, Scenario, time};
use select::given::Mirror;
use select::{fastest, fetch_or_give_up};
use std::time::Duration;

const NONE: Duration = Duration::ZERO;
const MS: Duration = Duration::from_millis(1);
const HOUR: u64 = 3_600_000;
const DAY: u64 = 24 * HOUR;

/// Races of milliseconds to races of more than a day, with two others beside each; no time, and all the
/// time in the world; and hundreds at once.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for (text, longest) in [9, 900, 9_000].into_iter().enumerate() {
        if longest == 9_000 {
            cases.extend(hours(rng));
        }
        for kind in KINDS {
            let times = two_times(rng, longest);
            let race = race(rng, kind, times, text, "");
            cases.push(with_others(rng, 2, longest, race));
        }
    }
    for (kind, times) in edges(rng) {
        // These may have names of their own, for `check` to tell them from others.
        let (edge, other) = (race(rng, kind, times, 1, "a "), any(rng, 7_000, "b "));
        let (soon, another) = (rng.time(1, 900), any(rng, 90_000, "c "));
        cases.push(Case::new(edge).beside(soon, other).beside(soon, another));
    }
    let day = rng.time(DAY + HOUR, DAY + 2 * HOUR);
    for long in [day, day * 12] {
        cases.push(Case::new(race(rng, Kind::InTime, [long, Duration::MAX], 4, "")).once());
    }
    cases.push(again_and_again(rng));
    // Winners of one moment.
    let [one, two, three] = [1, 20, 300].map(|late| {
        let wins = Duration::from_secs(3);
        race(rng, Kind::First, [wins, wins + late * MS], 0, "")
    });
    cases.push(Case::new(one).beside(NONE, two).beside(NONE, three));
    let one = any(rng, 90_000, "");
    cases.push(with_others(rng, 200, 90_000, one).once());
    cases
}

/// Mirrors of which the first wins, or the second; a copy that comes in time, or too late.
#[derive(Clone, Copy)]
enum Kind {
    First,
    Second,
    InTime,
    TooLate,
}

const KINDS: [Kind; 4] = [Kind::First, Kind::Second, Kind::InTime, Kind::TooLate];

/// The time of whoever wins, and of whoever loses: sometimes by a hair.
fn two_times(rng: &mut Rng, longest: u64) -> [Duration; 2] {
    let (wins, more) = (rng.time(1 + longest / 10, longest), rng.time(1, longest));
    [wins, wins + if rng.one_in(3) { MS } else { more }]
}

fn any(rng: &mut Rng, longest: u64, tag: &str) -> Race {
    let (kind, text) = (rng.one_of(&KINDS), rng.below(5));
    let times = two_times(rng, longest);
    race(rng, kind, times, text, tag)
}

fn with_others(rng: &mut Rng, others: usize, longest: u64, race: Race) -> Case {
    let mut case = Case::new(race);
    for _ in 0..others {
        case = case.beside(rng.time(1, longest / 2), any(rng, longest, ""));
    }
    case
}

/// Too long for whoever looks every millisecond. They come early, so that such a loop is soon broken off.
fn hours(rng: &mut Rng) -> [Case; 2] {
    [Kind::Second, Kind::InTime].map(|kind| {
        let hour = rng.time(HOUR, HOUR + HOUR / 4);
        Case::new(race(rng, kind, [hour, hour + MS], 3, "")).once()
    })
}

/// Two mirrors of which the same one wins all the time, and then the other.
fn again_and_again(rng: &mut Rng) -> Case {
    let mut next = |kind| {
        let times = two_times(rng, 900);
        let mut race = race(rng, kind, times, 0, "");
        race.mirror.name = "oslo".to_owned();
        if let Rival::Mirror(other) = &mut race.rival {
            other.name = "genoa".to_owned();
        }
        race
    };
    let mut case = Case::new(next(Kind::First));
    for n in 1..6 {
        case = case.beside(n * 2_003 * MS, next(Kind::First));
    }
    case.beside(6 * 2_003 * MS, next(Kind::Second))
}

fn edges(rng: &mut Rng) -> [(Kind, [Duration; 2]); 7] {
    let at_once = [NONE, rng.time(1, 9_000)];
    // Where milliseconds are counted in 32 bits, that is a short time.
    let seven_weeks = Duration::from_millis(1 << 32) + rng.time(1, 900);
    [
        (Kind::First, at_once),
        (Kind::Second, at_once),
        (Kind::InTime, at_once),
        (Kind::TooLate, at_once),
        (Kind::InTime, [rng.time(2_000, 90_000), seven_weeks]),
        (Kind::InTime, [rng.time(2_000, 90_000), Duration::MAX - MS]),
        (Kind::TooLate, [Duration::from_micros(rng.between(1, 999)), rng.time(2, 9_000)]),
    ]
}

/// A mirror, and what it races against.
struct Race {
    mirror: Server,
    rival: Rival,
}

enum Rival {
    Mirror(Server),
    Patience(Duration),
}

struct Server {
    name: String,
    takes: Duration,
    copy: String,
}

fn race(rng: &mut Rng, kind: Kind, times: [Duration; 2], text: usize, tag: &str) -> Race {
    let [wins, loses] = times;
    let (takes, other) = match kind {
        Kind::First | Kind::InTime => (wins, loses),
        Kind::Second | Kind::TooLate => (loses, wins),
    };
    let mut server = |takes| {
        // Two of one name are two mirrors all the same.
        let name = rng.one_of(&["oslo", "genoa", "split", "turku", ""]);
        Server { name: format!("{tag}{name}"), takes, copy: copy(rng, text) }
    };
    let mirror = server(takes);
    let rival = match kind {
        Kind::First | Kind::Second => Rival::Mirror(server(other)),
        Kind::InTime | Kind::TooLate => Rival::Patience(other),
    };
    Race { mirror, rival }
}

/// What a mirror keeps: any text may be a copy, but no empty one.
fn copy(rng: &mut Rng, text: usize) -> String {
    let seal = rng.between(0, 999_999);
    match text {
        0 => format!("timetable, seal {seal:06}"),
        1 => format!("Åland 6:15\nTromsø 18:40\nseal {seal}"),
        2 => format!("\n  seal {seal} \r\n\n"),
        3 => format!("{seal}"),
        _ => format!("8:30 quay {seal}\n").repeat(90),
    }
}

impl Server {
    fn mirror(&self) -> Mirror {
        Mirror::new(&*self.name, self.takes, &*self.copy)
    }

    /// As code, with the beginning of its copy.
    fn input(&self) -> String {
        let start: String = self.copy.chars().take(20).collect();
        let more = if start.len() < self.copy.len() { " …" } else { "" };
        format!("Mirror::new(\"{}\", {}, {start:?}{more})", self.name, time(self.takes))
    }

    /// What it does when the race is over at `end`.
    fn sends_until(&self, end: Duration, expected: &mut Expected) {
        if self.takes == end {
            expected.completes(&*self.name, NONE, end);
        } else {
            expected.cancels(&*self.name, NONE, end);
        }
    }
}

impl Race {
    fn end(&self) -> Duration {
        self.mirror.takes.min(match &self.rival {
            Rival::Mirror(other) => other.takes,
            // tokio's timer counts whole milliseconds.
            Rival::Patience(patience) => match patience.subsec_nanos() % 1_000_000 {
                0 => *patience,
                over => patience.saturating_add(MS) - Duration::from_nanos(over.into()),
            },
        })
    }

    /// What must be seen, where the loser begins, or does not.
    fn model(&self, loser_begins: bool) -> Expected {
        let mut expected = Expected::new();
        let end = self.end();
        let in_time = self.mirror.takes == end;
        if in_time || loser_begins {
            self.mirror.sends_until(end, &mut expected);
        }
        let value = match &self.rival {
            Rival::Mirror(other) => {
                if !in_time || loser_begins {
                    other.sends_until(end, &mut expected);
                }
                let winner = if in_time { &self.mirror } else { other };
                format!("{:?}", winner.copy)
            }
            Rival::Patience(_) => format!("{:?}", in_time.then_some(&self.mirror.copy)),
        };
        expected.returns(value, end);
        expected
    }
}

impl Scenario for Race {
    fn input(&self) -> String {
        let mirror = self.mirror.input();
        match &self.rival {
            Rival::Mirror(other) => format!("fastest({mirror}, {})", other.input()),
            Rival::Patience(Duration::MAX) => format!("fetch_or_give_up({mirror}, Duration::MAX)"),
            Rival::Patience(patience) => format!("fetch_or_give_up({mirror}, {})", time(*patience)),
        }
    }

    fn call(&self) -> Call {
        let mirror = self.mirror.mirror();
        match &self.rival {
            Rival::Mirror(other) => {
                let other = other.mirror();
                Call::new(move || async move { format!("{:?}", fastest(mirror, other).await) })
            }
            Rival::Patience(patience) => {
                let patience = *patience;
                let answer = move || async move {
                    format!("{:?}", fetch_or_give_up(mirror, patience).await)
                };
                Call::new(answer)
            }
        }
    }

    fn expected(&self) -> Option<Expected> {
        (!self.end().is_zero()).then(|| self.model(true))
    }

    /// Of a race that is over at once, the loser may not even begin.
    fn check(&self, seen: &Observation) -> Result<(), String> {
        let both_begin = self.model(true).compare(seen);
        if self.end().is_zero() && self.model(false).compare(seen).is_ok() {
            return Ok(());
        }
        both_begin
    }

    fn owns(&self, span: &str) -> bool {
        let rival = match &self.rival {
            Rival::Mirror(other) => &*other.name,
            Rival::Patience(_) => "",
        };
        span == self.mirror.name || span == rival
    }
}
