//! What must be seen of `quote` for whatever phone book and limits: a generator of evenings, and what
//! happens in one. No two things that could each be the first happen at the same instant.

use judge::{Call, Case, Expected, Observation, Rng, Scenario, time};
use std::time::Duration;
use timeout::given::{Supplier, print_phone_book};
use timeout::quote;

const DAY: u64 = 24 * 3_600_000;

/// So long that it limits nothing: a hundred years.
const AGES: Duration = Duration::from_secs(3_150_000_000);

/// Just beyond what a u32 can count in milliseconds.
const FIFTY_DAYS: Duration = Duration::from_millis(u32::MAX as u64 + 6);

/// From no supplier to hundreds: who is quick enough stands at each place, and the time for all is up in
/// each call.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for size in [0, 1, 2, 4] {
        for quick in 0..=size {
            cases.push(alone_and_beside(rng, size, quick, None));
        }
        for up in 0..size {
            cases.push(alone_and_beside(rng, size, size, Some(up)));
        }
    }
    for (size, quick, up) in
        [(12, 11, None), (60, 59, Some(59)), (90, 90, Some(88)), (130, 129, None)]
    {
        cases.push(alone_and_beside(rng, size, quick, up));
    }
    cases.push(Case::new(Quotes(vec![evening(rng, 1_100, 1_099, None)])).once());
    let mut patient = evening(rng, 2, 1, None);
    (patient.overall, patient.each) = (FIFTY_DAYS, FIFTY_DAYS);
    cases.push(Case::new(Quotes(vec![patient])));
    cases.push(Case::new(Quotes(vec![days(rng)])));
    for overall in [Duration::ZERO, rng.time(5_000, 9_000)] {
        for each in [Duration::ZERO, Duration::from_micros(rng.between(1, 999)), AGES] {
            let evening = Evening { overall, each, ..evening(rng, 4, 4, None) };
            let next_to_nothing = overall.is_zero() || each < A_TICK;
            let evening = if next_to_nothing { evening } else { evening.without_ties() };
            cases.push(Case::new(Quotes(vec![evening])));
        }
    }
    // Others than last time: some of them are new, and some take another time.
    let evenings = [2, 5, 3, 0, 4].map(|size| evening(rng, size, size.saturating_sub(1), None));
    cases.push(Case::new(Quotes(evenings.into())));
    cases
}

/// One evening alone, and beside two others with the same phone book, and with limits of their own.
fn alone_and_beside(rng: &mut Rng, size: usize, quick: usize, up: Option<usize>) -> Case {
    let one = evening(rng, size, quick, up);
    let other = |rng: &mut Rng| {
        let (overall, each) = (rng.time(1, 20_000), rng.time(1, 6_000));
        Quotes(vec![Evening { book: one.book.clone(), overall, each }.without_ties()])
    };
    let (two, three) = (other(rng), other(rng));
    Case::new(Quotes(vec![one])).beside(rng.time(0, 900), two).beside(rng.time(0, 5_000), three)
}

/// Whom to call, and the two limits.
#[derive(Clone)]
struct Evening {
    book: Vec<Entry>,
    overall: Duration,
    each: Duration,
}

#[derive(Clone)]
struct Entry {
    name: String,
    takes: Duration,
    euros: u32,
}

/// An evening on which the supplier at `quick` is the first who is quick enough, and the time for all is
/// up in the call at `up`, if one is given.
fn evening(rng: &mut Rng, size: usize, quick: usize, up: Option<usize>) -> Evening {
    let each = rng.time(20, 4_000);
    let mut book: Vec<Entry> = Vec::new();
    for place in 0..size {
        let over = each + Duration::from_millis(rng.between(1, 5_000));
        let under = Duration::from_millis(rng.below(each.as_millis() as usize) as u64);
        let is_quick = place == quick || (place > quick && rng.one_in(2));
        // Some share a name, and some have none.
        let name = match rng.between(0, 9) {
            0 | 1 => "lux".to_owned(),
            2 => String::new(),
            _ => format!("lamp {}", place + 1),
        };
        let takes = if is_quick { under } else { over };
        book.push(Entry {
            name,
            takes,
            euros: if rng.one_in(4) { 0 } else { rng.between(1, 9_999) as u32 },
        });
    }
    let overall = match up {
        Some(up) => each * up as u32 + Duration::from_millis(rng.between(1, 19)),
        None => rng.one_of(&[each * (size as u32 + 1), FIFTY_DAYS, AGES]),
    };
    // Where the time for all is up before that, nothing else limits a call.
    let each = if up == Some(0) { rng.one_of(&[each, FIFTY_DAYS, AGES]) } else { each };
    Evening { book, overall, each }.without_ties()
}

/// Calls that take days.
fn days(rng: &mut Rng) -> Evening {
    let each = rng.time(3 * DAY, 4 * DAY);
    let takes =
        [rng.time(4 * DAY, 5 * DAY), rng.time(4 * DAY, 5 * DAY), rng.time(2 * DAY, 3 * DAY)];
    let book = ["halo", "wick", "glow"].into_iter().zip(takes);
    let book = book.map(|(name, takes)| Entry { name: name.to_owned(), takes, euros: 7 }).collect();
    Evening { book, overall: 20 * Duration::from_millis(DAY), each }.without_ties()
}

impl Evening {
    /// The same with no price at the instant of a limit, and no two limits at one instant.
    fn without_ties(mut self) -> Evening {
        let a_little = Duration::from_millis(1);
        for entry in &mut self.book {
            if entry.takes == self.each {
                entry.takes += a_little;
            }
        }
        let mut at = Duration::ZERO;
        for entry in &self.book {
            at += entry.takes.min(self.each);
            if at == self.overall {
                self.overall += a_little;
            }
        }
        self
    }

    /// Puts down what happens from `zero` on, and returns the answer and when it is there.
    fn happens(&self, zero: Duration, expected: &mut Expected) -> (String, Duration) {
        let up = zero + self.overall;
        let mut at = zero;
        for Entry { name, takes, euros } in &self.book {
            let (call, until) = (format!("call to {name}"), at + *takes.min(&self.each));
            if until > up {
                expected.cancels(call, at, up);
                return ("None".to_owned(), up);
            }
            if *takes < self.each {
                expected.completes(call, at, until);
                return (format!("Some({euros} euros from {name})"), until);
            }
            expected.cancels(call, at, until);
            at = until;
        }
        ("None".to_owned(), at)
    }

    /// What is so where a limit is over before a call could take any time: whether such a call begins is
    /// up to the answer.
    fn next_to_nothing(&self, seen: &Observation) -> Result<(), String> {
        let mut at = Duration::ZERO;
        let mut book = self.book.iter();
        for call in &seen.spans {
            if !book.any(|entry| call.name == format!("call to {}", entry.name)) {
                return Err(format!("{} began, which is not in its turn.", call.name));
            }
            if call.start != at || call.end - call.start > A_TICK {
                return Err(format!(
                    "{} went on from {} to {}; the promise is that no time passes but what the \
                     limits allow.",
                    call.name,
                    time(call.start),
                    time(call.end)
                ));
            }
            at = call.end;
        }
        if seen.value.as_deref() != Some("None") || seen.took != at {
            let value = seen.value.as_deref().unwrap_or("nothing");
            return Err(format!(
                "It returned {value} after {}; the promise is None after {}.",
                time(seen.took),
                time(at)
            ));
        }
        Ok(())
    }
}

/// tokio's timers count whole milliseconds.
const A_TICK: Duration = Duration::from_millis(1);

/// One evening after the other, each with a phone book of its own.
struct Quotes(Vec<Evening>);

impl Scenario for Quotes {
    fn input(&self) -> String {
        let evenings = self.0.iter().map(|evening| {
            let book = evening.book.iter().take(5);
            let book: Vec<String> =
                book.map(|it| format!("\"{}\" takes {}", it.name, time(it.takes))).collect();
            let more = evening.book.len().saturating_sub(5);
            let and = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!(
                "quote({}, {}) with the phone book [{}{and}]",
                time(evening.overall),
                time(evening.each),
                book.join(", ")
            )
        });
        evenings.collect::<Vec<_>>().join(", then ")
    }

    fn call(&self) -> Call {
        let evenings = self.0.clone();
        Call::new(move || async move {
            let mut answers = Vec::new();
            for Evening { book, overall, each } in evenings {
                let suppliers =
                    book.into_iter().map(|it| Supplier::new(it.name, it.takes, it.euros));
                print_phone_book(suppliers.collect());
                answers.push(match quote(overall, each).await {
                    Some(price) => format!("Some({} euros from {})", price.euros, price.from),
                    None => "None".to_owned(),
                });
            }
            answers.join(", then ")
        })
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let (mut at, mut answers) = (Duration::ZERO, Vec::new());
        for evening in &self.0 {
            if evening.overall.is_zero() || evening.each < A_TICK {
                return None;
            }
            let (answer, until) = evening.happens(at, &mut expected);
            answers.push(answer);
            at = until;
        }
        expected.returns(answers.join(", then "), at);
        Some(expected)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        match (self.expected(), &self.0[..]) {
            (Some(expected), _) => expected.compare(seen),
            (None, [evening]) => evening.next_to_nothing(seen),
            (None, _) => Ok(()),
        }
    }
}
