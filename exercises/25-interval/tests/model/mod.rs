//! What must be seen of `poll_sensor`, however long its readings take: a generator of lengths, and when each
//! reading begins and ends.

use interval::given::{PERIOD, Reading, usually};
use interval::poll_sensor;
use judge::{Call, Case, Expected, Rng, Scenario, time};
use std::time::Duration;

/// From no reading to hundreds, each beside two other calls: one for fewer readings, and one for as many as
/// there can be, which is dropped.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let kinds = [
        (0, QUICK),
        (1, QUICK),
        (1, SLOW),
        (2, QUICK),
        (2, SLOW),
        (3, MIXED),
        (4, EDGES),
        (5, SLOW),
        (8, MIXED),
        (11, QUICK),
        (20, MIXED),
        (30, EDGES),
        (70, MIXED),
    ];
    let mut cases = Vec::new();
    for (readings, kind) in kinds {
        let lengths = lengths(rng, readings.max(3), kind);
        let all = Poll { readings, lengths: lengths.clone(), dropped_at: None };
        let fewer = Poll { readings: rng.below(readings + 1), ..all.clone() };
        let dropped = dropped(rng, lengths);
        let [soon, later] = [900, 5_000].map(|longest| rng.time(0, longest));
        // A dropped call comes first now and then: it has to leave nothing to the one after it.
        cases.push(if readings > 3 && readings % 4 == 0 {
            Case::new(dropped).beside(soon, all).beside(later, fewer)
        } else {
            Case::new(all).beside(soon, fewer).beside(later, dropped)
        });
    }
    let many = Poll { readings: 400, lengths: lengths(rng, 400, MIXED), dropped_at: None };
    cases.push(Case::new(many).once());
    // One reading takes hours, and the schedule is kept.
    let mut hours = lengths(rng, 5, QUICK);
    hours[2] += PERIOD * rng.between(14_000, 20_000) as u32;
    no_ties(&mut hours);
    cases.push(Case::new(Poll { readings: 5, lengths: hours, dropped_at: None }).once());
    cases
}

/// The shortest and the longest that a reading takes, in milliseconds.
type Kind = [(u64, u64); 4];

const QUICK: Kind = [(1, 9), (1, 900), (200, 900), (980, 999)];
const SLOW: Kind = [(1_001, 1_999), (1_001, 3_900), (2_001, 2_999), (3_001, 8_900)];
const MIXED: Kind = [QUICK[0], QUICK[1], QUICK[2], SLOW[1]];
/// A few milliseconds late, or shortly before the next second; and in between so short that it shows.
const EDGES: Kind = [QUICK[0], QUICK[0], (1_006, 1_009), (1_960, 1_999)];

/// So many lengths of this kind.
fn lengths(rng: &mut Rng, many: usize, kind: Kind) -> Vec<Duration> {
    let mut lengths = Vec::new();
    for _ in 0..many {
        let (least, most) = rng.one_of(&kind);
        lengths.push(rng.time(least, most));
    }
    no_ties(&mut lengths);
    lengths
}

/// No reading ends at a whole second: whether the next one is late then is not to be said.
fn no_ties(lengths: &mut [Duration]) {
    let mut begins = Duration::ZERO;
    for length in lengths {
        if (begins + *length).subsec_nanos() == 0 {
            *length += Duration::from_millis(2);
        }
        begins = next(begins, begins + *length);
    }
}

/// When the next reading begins, after one that began and ended then.
fn next(began: Duration, ended: Duration) -> Duration {
    let due = Duration::from_secs(began.as_secs()) + PERIOD;
    due.max(ended)
}

/// As many readings as there can be, dropped at a moment at which no reading begins or ends.
fn dropped(rng: &mut Rng, lengths: Vec<Duration>) -> Poll {
    let all: Duration = lengths.iter().sum();
    let poll = Poll { readings: usize::MAX, lengths, dropped_at: Some(2 * all + 5 * PERIOD) };
    let moments = poll.expected().map(|expected| expected.moments()).unwrap_or_default();
    loop {
        let at = rng.time(1, all.as_millis() as u64 + 3_000);
        if !moments.contains(&at) {
            return Poll { dropped_at: Some(at), ..poll };
        }
    }
}

/// A call for so many readings.
#[derive(Clone)]
struct Poll {
    readings: usize,
    /// How long the first readings take. All others take what they usually do.
    lengths: Vec<Duration>,
    dropped_at: Option<Duration>,
}

impl Scenario for Poll {
    fn input(&self) -> String {
        let readings = match self.readings {
            usize::MAX => "usize::MAX".to_owned(),
            readings => readings.to_string(),
        };
        let mut input = format!("poll_sensor({readings})");
        if self.readings > 0 {
            let shown = self.lengths.iter().take(self.readings.min(6));
            let shown: Vec<String> = shown.map(|length| time(*length)).collect();
            let more = if self.readings > shown.len() { ", …" } else { "" };
            input += &format!(" with readings of {}{more}", shown.join(", "));
        }
        if let Some(at) = self.dropped_at {
            input += &format!(", dropped at {}", time(at));
        }
        input
    }

    fn call(&self) -> Call {
        let readings = self.readings;
        let call = Call::new(move || async move {
            let all = poll_sensor(readings).await;
            let numbers: Vec<usize> = all.iter().map(Reading::number).collect();
            format!("{numbers:?}")
        });
        match self.dropped_at {
            Some(at) => call.dropped_at(at),
            None => call,
        }
    }

    fn times(&self) -> Vec<(String, Duration)> {
        let lengths = (1..).zip(&self.lengths);
        lengths.map(|(number, length)| (format!("reading {number}"), *length)).collect()
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let mut begins = Duration::ZERO;
        let mut ended = Duration::ZERO;
        let mut numbers = Vec::new();
        for number in 1..=self.readings {
            if self.dropped_at.is_some_and(|at| begins > at) {
                // It is dropped before this one begins, and so before it returns.
                ended = begins;
                break;
            }
            let length = self.lengths.get(number - 1).copied().unwrap_or(usually(number));
            ended = begins + length;
            expected.completes(format!("reading {number}"), begins, ended);
            begins = next(begins, ended);
            numbers.push(number);
        }
        expected.returns(format!("{numbers:?}"), ended);
        Some(match self.dropped_at {
            Some(at) => expected.dropped_at(at),
            None => expected,
        })
    }
}
