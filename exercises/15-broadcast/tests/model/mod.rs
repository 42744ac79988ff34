//! What must be seen of `listen` on whatever afternoon: a generator of afternoons on the radio, and what
//! every listener has to hear and to miss.

use broadcast::given::{Goal, Report, on_the_air};
use broadcast::listen;
use judge::{Call, Case, Expected, Rng, Scenario, time};
use lab::span;
use std::mem::replace;
use std::pin::Pin;
use std::time::Duration;
use tokio::sync::broadcast::channel;
use tokio::time::sleep;

const REPORTERS: [&str; 3] = ["rita", "hugo", "yuki"];
const LISTENERS: [&str; 3] = ["ada", "grace", "joan"];

/// Afternoons from none to hundreds of breaths, each beside two others on other channels, and with times
/// of milliseconds or seconds.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    let all = [
        (0, 900),
        (0, 9),
        (1, 900),
        (1, 9),
        (1, 90_000),
        (2, 900),
        (2, 90_000),
        (3, 9),
        (3, 90_000),
        (5, 90_000),
        (8, 900),
        (40, 9),
        (200, 90_000),
    ];
    for (size, longest) in all {
        let [one, two, three] =
            [size, size.min(40), size.min(20)].map(|size| afternoon(rng, size, longest));
        let case = Case::new(one).beside(rng.time(0, 900), two).beside(rng.time(0, 5_000), three);
        cases.push(if size == 200 { case.once() } else { case });
    }
    // A thousand in the last breath, of which nobody has to miss any.
    let mut last = afternoon(rng, 1, 900);
    (last.keeps, last.breaths[0].1) = (1_024, goals(rng, 1_011));
    last.signs_off.fill(last.breaths[0].0);
    cases.push(Case::new(last));
    // All of them look alike, also the one before what is missed and the one after.
    let mut alike = afternoon(rng, 5, 900);
    (alike.keeps, alike.before) = (2, 0);
    for (count, (_, goals)) in [1, 4, 2, 3, 5].into_iter().zip(&mut alike.breaths) {
        *goals = vec![Goal { minute: 3, scorer: "Lund".to_owned() }; count];
    }
    cases.push(Case::new(alike));
    // Something is missed again and again.
    let mut gaps = afternoon(rng, 15, 900);
    gaps.keeps = 1;
    gaps.breaths.iter_mut().for_each(|breath| breath.1 = goals(rng, 3));
    cases.push(Case::new(gaps));
    // Weeks of silence before the end.
    let mut quiet = afternoon(rng, 1, 900);
    quiet.signs_off[0] += rng.time(1_700_000_000, 2_100_000_000);
    // Each of several who look at the clock now and then would do so too often for one run.
    quiet.begins.truncate(1);
    cases.push(Case::new(quiet).once());
    // More lost at once than small numbers can count.
    let flood = Afternoon { before: 66_000, keeps: 16, ..afternoon(rng, 2, 900) };
    cases.push(Case::new(flood).once());
    cases
}

/// An afternoon on one channel.
#[derive(Clone)]
struct Afternoon {
    /// How many goals the channel keeps: a power of two, as tokio rounds up to one.
    keeps: usize,
    /// How many have been reported before all that.
    before: usize,
    /// When goals are scored, and which. No two of these are at the same time.
    breaths: Vec<(Duration, Vec<Goal>)>,
    /// Who reports each of them.
    by: Vec<usize>,
    /// When each reporter signs off.
    signs_off: Vec<Duration>,
    /// When each listener begins to listen: at no moment at which goals are scored.
    begins: Vec<Duration>,
}

/// So many breaths, at most `longest` milliseconds apart.
fn afternoon(rng: &mut Rng, size: usize, longest: u64) -> Afternoon {
    // Not thousands: somebody may hear the rest of them by recursion.
    let crowd = if size > 8 { 2 } else { rng.one_of(&[1, 4, 4, 90]) };
    let mut now = Duration::ZERO;
    let mut breaths = Vec::new();
    for _ in 0..size {
        now += rng.time(1, longest);
        let most = if rng.one_in(3) { crowd } else { 2 };
        let count = 1 + rng.below(most);
        breaths.push((now, goals(rng, count)));
    }
    let reporters = 1 + rng.below(REPORTERS.len());
    let by: Vec<usize> = breaths.iter().map(|_| rng.below(reporters)).collect();
    let mut signs_off = vec![Duration::ZERO; reporters];
    for (who, (at, _)) in by.iter().zip(&breaths) {
        signs_off[*who] = *at;
    }
    // Every other one goes at once, in one breath with the last goal.
    for at in &mut signs_off {
        *at += if rng.one_in(2) { Duration::ZERO } else { rng.time(1, longest) };
    }
    let end = now.as_millis() as u64 + 1_000;
    let listeners = rng.one_of(&[1, 1, 2, 3]);
    let begin = |_| match rng.between(0, 2) {
        0 => at_no_breath(rng.time(1, end), &breaths),
        _ => Duration::ZERO,
    };
    let begins = (0..listeners).map(begin).collect();
    let keeps = rng.one_of(&[1, 2, 4, 16, 128, 1_024]);
    let before = if rng.one_in(4) { rng.below(9) } else { 0 };
    Afternoon { keeps, before, breaths, by, signs_off, begins }
}

/// Some look like others, and they come in no order of minutes.
fn goals(rng: &mut Rng, count: usize) -> Vec<Goal> {
    let scorers = ["Lund", "Costa", " Okafor ", ""];
    let minutes = [0, 1, 2, 3, 9, 45, 91, 120];
    let one = |_| Goal { minute: rng.one_of(&minutes), scorer: rng.one_of(&scorers).to_owned() };
    (0..count).map(one).collect()
}

/// A goal from before the afternoon.
fn early() -> Goal {
    Goal { minute: 0, scorer: String::new() }
}

fn at_no_breath(mut at: Duration, breaths: &[(Duration, Vec<Goal>)]) -> Duration {
    while breaths.iter().any(|breath| breath.0 == at) {
        at += Duration::from_millis(1);
    }
    at
}

impl Scenario for Afternoon {
    fn input(&self) -> String {
        let mut input = format!("a channel that keeps {}", self.keeps);
        if self.before > 0 {
            input += &format!(", {} goal{} before it all", self.before, s(self.before));
        }
        for (at, goals) in self.breaths.iter().take(5) {
            let count = goals.len();
            input += &format!(", {count} goal{} at {}", s(count), time(*at));
        }
        if self.breaths.len() > 5 {
            input += &format!(" and {} times more", self.breaths.len() - 5);
        }
        input += &format!(", the last sign-off at {}", time(self.ends()));
        for (who, begins) in LISTENERS.iter().zip(&self.begins) {
            input += &format!("; {who} listens from {} on", time(*begins));
        }
        input
    }

    fn call(&self) -> Call {
        let afternoon = self.clone();
        Call::new(move || afternoon.goes_by())
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        for (who, signs_off) in REPORTERS.iter().zip(&self.signs_off) {
            expected.completes(format!("{who} on the air"), Duration::ZERO, *signs_off);
        }
        let (mut told, mut over) = (Vec::new(), self.ends());
        for (who, begins) in LISTENERS.iter().zip(&self.begins) {
            let (heard, missed) = self.heard_from(*begins);
            let end = self.ends().max(*begins);
            expected.completes(listens(who), *begins, end);
            told.extend(tell(who, &heard, missed));
            over = over.max(end);
        }
        expected.returns_what(over, move |returned| compare(&told, returned));
        Some(expected)
    }
}

impl Afternoon {
    /// When the last reporter signs off.
    fn ends(&self) -> Duration {
        self.signs_off.iter().copied().max().unwrap_or_default()
    }

    /// What somebody hears who has had a receiver from the start and listens from `begins` on, and how
    /// many goals are missed: of those that wait, the channel keeps the last.
    fn heard_from(&self, begins: Duration) -> (Vec<Goal>, u64) {
        let (mut heard, mut missed) = (Vec::new(), 0);
        let mut waiting = vec![early(); self.before];
        for place in 0..=self.breaths.len() {
            // Whoever listens takes all that there is before the next breath.
            let next = self.breaths.get(place);
            if next.is_none_or(|next| next.0 > begins) {
                let lost = waiting.len().saturating_sub(self.keeps);
                missed += lost as u64;
                heard.extend(waiting.drain(..).skip(lost));
            }
            if let Some((_, goals)) = next {
                waiting.extend_from_slice(goals);
            }
        }
        (heard, missed)
    }

    /// What each reporter says.
    fn reports_of(&self, who: usize) -> Vec<Report> {
        let (mut now, mut reports) = (Duration::ZERO, Vec::new());
        let mut quiet_until = |at: Duration, reports: &mut Vec<Report>| {
            reports.push(Report::Quiet(at - replace(&mut now, at)));
        };
        for (by, (at, goals)) in self.by.iter().zip(&self.breaths) {
            if *by == who {
                quiet_until(*at, &mut reports);
                reports.push(Report::Goals(goals.clone()));
            }
        }
        quiet_until(self.signs_off[who], &mut reports);
        reports.retain(|report| !matches!(report, Report::Quiet(Duration::ZERO)));
        reports
    }

    async fn goes_by(self) -> String {
        let (air, first) = channel(self.keeps);
        let mut all: Vec<Pin<Box<dyn Future<Output = Vec<String>>>>> = Vec::new();
        for (who, begins) in LISTENERS.into_iter().zip(self.begins.clone()) {
            let rx = air.subscribe();
            all.push(Box::pin(async move {
                if !begins.is_zero() {
                    sleep(begins).await;
                }
                let (heard, missed) = span(listens(who), listen(rx)).await;
                tell(who, &heard, missed)
            }));
        }
        drop(first);
        for _ in 0..self.before {
            let _ = air.send(early());
        }
        for (who, name) in REPORTERS.into_iter().enumerate().take(self.signs_off.len()) {
            let (air, reports) = (air.clone(), self.reports_of(who));
            all.push(Box::pin(async move {
                on_the_air(name, air, reports).await;
                Vec::new()
            }));
        }
        drop(air);
        judge::join_all(all).await.concat().join("\n")
    }
}

fn listens(who: &str) -> String {
    format!("{who} listens")
}

fn s(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// What `listen` returned to somebody, in lines.
fn tell(who: &str, heard: &[Goal], missed: u64) -> Vec<String> {
    let count = heard.len();
    let mut told = vec![format!("{who} heard {count} goal{} and missed {missed}", s(count))];
    for (place, goal) in (1..).zip(heard) {
        told.push(format!("the goal that {who} heard in place {place} was {goal}"));
    }
    told
}

fn compare(promised: &[String], returned: &str) -> Result<(), String> {
    for (promised, returned) in promised.iter().zip(returned.lines()) {
        if promised != returned {
            return Err(format!("By what it returned {returned}; the promise is that {promised}."));
        }
    }
    Ok(())
}
