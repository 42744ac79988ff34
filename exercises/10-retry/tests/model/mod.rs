//! What must be seen of `retry` whatever its attempts meet: a generator of attempts, and what becomes of
//! them.

use judge::{Call, Case, Expected, Rng, Scenario, time};
use lab::{SECOND, fetch, say};
use retry::given::{Failure, Receipt};
use retry::retry;
use std::time::Duration;

/// A limit that is 0, or less, in every narrower type of number.
const BILLIONS: u32 = 1 << 31;

/// Success and permanent failure at each place and nowhere, with limits of none, just enough, and more than
/// anybody needs.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for max in 0..=4 {
        let size = max as usize + 1;
        for ends in 0..size {
            for how in [How::Succeeds, How::Fails] {
                cases.push(case(rng, max, size, ends, how));
            }
        }
    }
    let many = [(BILLIONS, 4, How::Fails), (u32::MAX, 9, How::Succeeds), (12, 12, How::Fails)];
    for (max, ends, how) in many {
        cases.push(case(rng, max, ends + 1, ends, how));
    }
    // Only here is a pause of more than a week, and so long a row of equal failures.
    let same = temporary(rng);
    let attempts = (0..22).map(|_| (ms(rng.below(900)), same.clone())).collect();
    cases.push(Case::new(Attempts { max: 22, attempts, held: Duration::ZERO }).once());
    // An attempt may take days, too.
    let days = [rng.time(180_000_000, 200_000_000), rng.time(600_000_000, 700_000_000)];
    let attempts = days.map(|takes| (takes, temporary(rng))).into();
    cases.push(Case::new(Attempts { max: 2, attempts, held: Duration::ZERO }));
    cases
}

/// A call alone, and beside two others that are shorter.
fn case(rng: &mut Rng, max: u32, size: usize, ends: usize, how: How) -> Case {
    let one = attempts(rng, max, size, ends, how);
    let other = |rng: &mut Rng, how| {
        let (max, ends) = (rng.between(1, 4) as u32, rng.below(4));
        attempts(rng, max, 4, ends, how)
    };
    let (two, three) = (other(rng, How::Succeeds), other(rng, How::Fails));
    Case::new(one).beside(rng.time(0, 900), two).beside(rng.time(0, 5_000), three)
}

/// How the attempt ends that is not a temporary failure.
#[derive(Clone, Copy)]
enum How {
    Succeeds,
    Fails,
}

/// `size` attempts, of which the one at `ends` ends in another way than all before it.
fn attempts(rng: &mut Rng, max: u32, size: usize, ends: usize, how: How) -> Attempts {
    let longest = rng.one_of(&[40, 3_000, 90_000, 9_000_000]);
    let mut attempts: Vec<(Duration, Outcome)> = Vec::new();
    let same = temporary(rng);
    for place in 0..size {
        let takes = if rng.one_in(5) { Duration::ZERO } else { rng.time(1, longest) };
        let outcome = match how {
            _ if place < ends && rng.one_in(2) => same.clone(),
            _ if place < ends => temporary(rng),
            How::Succeeds => Ok(rng.between(0, 99_999) as u32),
            How::Fails => Err(Failure::Permanent(reason(rng))),
        };
        attempts.push((takes, outcome));
    }
    let held = if rng.one_in(4) { rng.time(1, 5_000) } else { Duration::ZERO };
    Attempts { max, attempts, held }
}

fn temporary(rng: &mut Rng) -> Outcome {
    Err(Failure::Temporary(reason(rng)))
}

/// No word tells which kind of failure it is, and no digits: those are for the number of attempts.
fn reason(rng: &mut Rng) -> String {
    let reasons =
        ["static", "nobody answers", "Licence expired", " a gap before it", "a gap after it ", ""];
    rng.one_of(&reasons).to_owned()
}

type Outcome = Result<u32, Failure>;

/// What each attempt takes and comes to.
struct Attempts {
    max: u32,
    attempts: Vec<(Duration, Outcome)>,
    /// For how long the caller holds the future of `retry` before it is awaited.
    held: Duration,
}

impl Attempts {
    /// How many of them are made.
    fn made(&self) -> usize {
        let ends =
            |(_, outcome): &(Duration, Outcome)| !matches!(outcome, Err(Failure::Temporary(_)));
        let until =
            self.attempts.iter().position(ends).map_or(self.attempts.len(), |place| place + 1);
        until.min(self.max as usize)
    }
}

impl Scenario for Attempts {
    fn input(&self) -> String {
        let some = self.attempts.iter().take(5);
        let some = some.map(|(takes, outcome)| match outcome {
            Ok(_) => format!("Ok after {}", time(*takes)),
            Err(failure) => format!("{failure:?} after {}", time(*takes)),
        });
        let some: Vec<String> = some.collect();
        let more = self.attempts.len().saturating_sub(5);
        let and = if more > 0 { format!(" and {more} more") } else { String::new() };
        let held = match self.held {
            Duration::ZERO => String::new(),
            held => format!(", awaited {} after the call", time(held)),
        };
        let max = match self.max {
            u32::MAX => "u32::MAX".to_owned(),
            max => max.to_string(),
        };
        format!("retry({max}, …){held}, with attempts that give {}{and}", some.join(", "))
    }

    fn call(&self) -> Call {
        let (max, attempts, held) = (self.max, self.attempts.clone(), self.held);
        Call::new(move || async move {
            let mut made = 0;
            let retried = retry(max, || {
                let (takes, outcome) = attempts[made.min(attempts.len() - 1)].clone();
                made += 1;
                let name = format!("attempt {made}");
                say!("{name}: asked for");
                async move {
                    fetch(name, takes).await;
                    outcome.map(Receipt)
                }
            });
            if !held.is_zero() {
                tokio::time::sleep(held).await;
            }
            match retried.await {
                Ok(receipt) => format!("Ok({receipt:?})"),
                Err(error) => match super::failure_in(&error) {
                    Some(failure) => format!("{failure:?}\n{error:#}"),
                    None => format!("nothing\n{error:#}"),
                },
            }
        })
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        let (mut at, mut pause) = (self.held, SECOND);
        let made = self.made();
        expected.says_no_more();
        for (place, (takes, _)) in self.attempts[..made].iter().enumerate() {
            if place > 0 {
                at += pause;
                pause *= 2;
            }
            let name = format!("attempt {}", place + 1);
            expected.says(at, format!("{name}: asked for"));
            expected.completes(name, at, at + *takes);
            at += *takes;
        }
        match made.checked_sub(1).map(|last| self.attempts[last].1.clone()) {
            Some(Ok(number)) => expected.returns(format!("Ok({:?})", Receipt(number)), at),
            Some(Err(failure)) => expected.returns_what(at, move |told| says(told, made, &failure)),
            None => expected.returns_what(at, fails),
        }
        Some(expected)
    }
}

fn fails(told: &str) -> Result<(), String> {
    match told.split_once('\n') {
        Some(_) => Ok(()),
        None => Err(format!("It returned {told}; the promise is an error.")),
    }
}

/// Whether it failed because of `last`, and says that so many attempts were made.
fn says(told: &str, made: usize, last: &Failure) -> Result<(), String> {
    fails(told)?;
    let (cause, words) = told.split_once('\n').unwrap_or_default();
    if cause != format!("{last:?}") {
        return Err(match cause {
            "nothing" => format!(
                "Its error reads \"{words}\" and has no Failure as a cause; the promise is {last:?}."
            ),
            _ => format!("Its cause is {cause}; the promise is the last failure, {last:?}."),
        });
    }
    super::says_number(words, made)
}

fn ms(milliseconds: usize) -> Duration {
    Duration::from_millis(milliseconds as u64)
}
