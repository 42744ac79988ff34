//! A promise for any input: scenarios that nobody chose by hand, each compared with a model.
//!
//! The cases of an exercise come from a generator, from small to large, all from one seed. The judge makes
//! each call alone; then once more on the same thread, since what the first call left behind must change
//! nothing; then beside others, since calls share nothing. The first case that does not fit is the one
//! that the learner reads about, so it is the smallest.

use crate::diagnosis::{self, Misconception};
use crate::ends;
use crate::evidence::{Kept, broken, seed};
use crate::execute::{Play, observe, observe_calls};
use crate::join_all::join_all;
use crate::model::{Expected, Observation};
use crate::random::Rng;
use crate::seen::Observed;
use crate::watch::begin_promise;
use recorder::Recorder;
use std::future::{pending, poll_fn};
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::Poll;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};
use verdict::text::count;
use verdict::{End, Finding, Report};

/// One input, what is done with it, and what must be seen then.
///
/// Either [`expected`](Scenario::expected) says to the letter what must be seen; or, where the text leaves
/// a choice, [`check`](Scenario::check) says what all allowed runs have in common, and
/// [`owns`](Scenario::owns) tells which spans and lines belong to this scenario and to no other of its case.
pub trait Scenario: Send + 'static {
    /// The call in a line, as code or in a few words: `call_partners(2 jobs of 10 ms and 2 s, limit 1)`.
    fn input(&self) -> String;

    /// The call of the answer.
    fn call(&self) -> Call;

    /// What must be seen, where the text leaves no choice.
    fn expected(&self) -> Option<Expected> {
        None
    }

    /// Says how what was seen differs from what is promised.
    fn check(&self, seen: &Observation) -> Result<(), String> {
        self.expected().map_or(Ok(()), |expected| expected.compare(seen))
    }

    /// Whether a span of this name belongs to this scenario. (Of lines, those that
    /// [`says`](Scenario::says) tells.)
    fn owns(&self, _span: &str) -> bool {
        true
    }

    /// Whether a line belongs to this scenario.
    fn says(&self, _line: &str) -> bool {
        true
    }

    /// How long spans of the given world take in this scenario, by name, where that differs from what the
    /// given code says. All scenarios of a case share one world, so these must be the same for all.
    fn times(&self) -> Vec<(String, Duration)> {
        Vec::new()
    }

    /// Whether a panic is part of the story.
    fn panics(&self) -> bool {
        false
    }

    /// A mistake that the exercise knows and that what was seen proves: its key for machines, and what the
    /// learner reads.
    fn usually_means(&self, _seen: &Observation) -> Option<(&'static str, String)> {
        None
    }
}

/// A call of the answer that is still to be made.
pub struct Call {
    start: Start,
    dropped_at: Option<Duration>,
}

type Made = Pin<Box<dyn Future<Output = String>>>;

enum Start {
    Future(Box<dyn FnOnce() -> Made + Send>),
    Plain(Box<dyn FnOnce() -> String + Send>),
}

impl Call {
    /// A call of an async function, on the runtime that the judge keeps. What it returns is told as text,
    /// by `{:?}` for example.
    pub fn new<Fut>(start: impl FnOnce() -> Fut + Send + 'static) -> Call
    where
        Fut: Future<Output = String> + 'static,
    {
        Call { start: Start::Future(Box::new(|| Box::pin(start()))), dropped_at: None }
    }

    /// A call of a plain function that starts its runtime itself.
    pub fn plain(start: impl FnOnce() -> String + Send + 'static) -> Call {
        Call { start: Start::Plain(Box::new(start)), dropped_at: None }
    }

    /// The caller drops it after `at`, when all that happens at that moment has happened.
    pub fn dropped_at(self, at: Duration) -> Call {
        Call { dropped_at: Some(at), ..self }
    }
}

/// One scenario, and others that are played beside it.
pub struct Case {
    scenario: Box<dyn Scenario>,
    beside: Vec<(Duration, Box<dyn Scenario>)>,
    once: bool,
}

impl Case {
    /// A case that is played alone, and once more on the same thread.
    pub fn new(scenario: impl Scenario) -> Case {
        Case { scenario: Box::new(scenario), beside: Vec::new(), once: false }
    }

    /// Plays `scenario` as well, from `offset` on, in one more run.
    pub fn beside(mut self, offset: Duration, scenario: impl Scenario) -> Case {
        self.beside.push((offset, Box::new(scenario)));
        self
    }

    /// Plays it just once on each thread: for what may remember an earlier call.
    pub fn once(mut self) -> Case {
        self.once = true;
        self
    }
}

/// Tries a promise on every case that `cases` draws.
///
/// # Panics
///
/// When one of them does not fit: that fails the test, with a message for the learner.
pub fn any_input(cases: impl FnOnce(&mut Rng) -> Vec<Case>) -> Kept {
    begin_promise();
    try_all(cases(&mut Rng::new(seed())))
}

fn try_all(cases: Vec<Case>) -> Kept {
    let mut shown: Option<Observed> = None;
    let all = cases.len();
    assert!(all > 0, "there is no case to try");
    for (done, case) in cases.into_iter().enumerate() {
        let seen = match try_one(&case) {
            Ok(seen) => seen,
            Err(misfit) => {
                let (seen, finding) = *misfit;
                broken(&report(seen, Some(finding), done + 1))
            }
        };
        // A picture of a dozen bars says more than one of none, and than one of hundreds.
        let bars = |seen: &Observed| Some(seen.timeline.spans.len()).filter(|bars| *bars <= 12);
        if shown.as_ref().is_none_or(|shown| bars(&seen) > bars(shown)) {
            shown = Some(seen);
        }
    }
    let seen = shown.expect("there was a case");
    Kept::new(report(seen, None, all))
}

fn report(seen: Observed, finding: Option<Finding>, cases: usize) -> Report {
    let Observed { end, timeline, panics, panic_expected, .. } = seen;
    Report { end, finding, timeline, panics, panic_expected, cases }
}

/// A run that does not fit, and why.
type Misfit = Box<(Observed, Finding)>;

fn try_one(case: &Case) -> Result<Observed, Misfit> {
    let alone = try_alone(&*case.scenario)?;
    if !case.once {
        let twice = [(Duration::ZERO, &*case.scenario), (Duration::ZERO, &*case.scenario)];
        try_several(&twice, Order::InTurn)?;
    }
    if !case.beside.is_empty() {
        let others = case.beside.iter().map(|(offset, scenario)| (*offset, &**scenario));
        let all: Vec<(Duration, &dyn Scenario)> =
            [(Duration::ZERO, &*case.scenario)].into_iter().chain(others).collect();
        if let Err(misfit) = try_several(&all, Order::Beside) {
            // What does not fit alone needs no company to be explained.
            for (_, scenario) in &all[1..] {
                try_alone(*scenario)?;
            }
            return Err(misfit);
        }
    }
    Ok(alone)
}

fn try_alone(scenario: &dyn Scenario) -> Result<Observed, Misfit> {
    let run = Run::of(&[(Duration::ZERO, scenario)], Order::Beside);
    let tried = format!("Tried: {}.", scenario.input());
    let (happened, means) = match run.general_fault() {
        Some(fault) => fault,
        None => match run.observations(&[(Duration::ZERO, scenario)]).first() {
            Some(seen) => match scenario.check(seen) {
                Ok(()) => return Ok(run.seen),
                Err(happened) => {
                    let known = scenario.usually_means(seen);
                    let known =
                        known.map(|(key, meaning)| Misconception { key: key.into(), meaning });
                    (happened, known.or_else(|| diagnosis::of(&run.seen)))
                }
            },
            None => ("It did not come to its end.".to_owned(), None),
        },
    };
    Err(run.misfit(format!("{tried} {happened}"), means))
}

fn try_several(calls: &[(Duration, &dyn Scenario)], order: Order) -> Result<(), Misfit> {
    let run = Run::of(calls, order);
    let first = || calls.first().map(|(_, scenario)| scenario.input()).unwrap_or_default();
    // Short sleeps of the thread add up: what is too long together may be too short to be seen alone.
    if let Some((happened, means)) = run.seen_asleep() {
        let tried = format!("Tried {} calls, the first of them {}.", calls.len(), first());
        return Err(run.misfit(format!("{tried} {happened}"), means));
    }
    let Some(happened) = run.general_fault().map(|(happened, _)| happened).or_else(|| {
        let seen = run.observations(calls);
        if seen.len() < calls.len() {
            return Some("One of them did not come to its end.".to_owned());
        }
        let expected: Option<Vec<Expected>> =
            calls.iter().map(|(_, scenario)| scenario.expected()).collect();
        match expected {
            Some(expected) => run.differs_together(expected, &seen),
            None => calls.iter().zip(&seen).enumerate().find_map(|(at, ((_, it), seen))| {
                let happened = it.check(seen).err()?;
                let other = at > 0 && order == Order::Beside;
                Some(if other { format!("In {}: {happened}", it.input()) } else { happened })
            }),
        }
    }) else {
        return Ok(());
    };
    let first = first();
    let (tried, key, meaning) = match order {
        Order::InTurn => (
            format!("Tried twice, one after the other: {first}. The first time it was right."),
            "state-outlives-call",
            "A call begins with what the one before it left behind: a static, a thread-local, or \
             something that was not put back. Keep what belongs to a call inside of it.",
        ),
        Order::Beside => (
            format!(
                "Tried beside {}: {first}. Each of them is right when it is alone.",
                match calls.len() - 1 {
                    1 => "another call".to_owned(),
                    n => count(n, "other call"),
                }
            ),
            "shared-between-calls",
            "Calls that go on at the same time share something that each needs for itself: a static, \
             a lock, a limit, a name. Make it anew for each call, inside of it.",
        ),
    };
    let means = Misconception { key: key.into(), meaning: meaning.to_owned() };
    Err(run.misfit(format!("{tried} {happened}"), Some(means)))
}

/// How several calls follow each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    /// One, and when it is over and a while has passed, the next.
    InTurn,
    /// Each from its own moment on.
    Beside,
}

/// Between two calls in turn: an odd time, so that nothing of the second is at a moment of the first.
const A_WHILE: Duration = Duration::from_millis(1_013);

/// What was seen of several calls.
struct Run {
    seen: Observed,
    calls: Vec<Over>,
    order: Order,
}

/// One call that is over.
#[derive(Clone)]
struct Over {
    began: Duration,
    took: Duration,
    value: Option<String>,
}

impl Run {
    fn of(calls: &[(Duration, &dyn Scenario)], order: Order) -> Run {
        let times = calls.first().map(|(_, scenario)| scenario.times()).unwrap_or_default();
        let panics = calls.iter().any(|(_, scenario)| scenario.panics());
        let recorder = Recorder::with_times(times);
        let all: Vec<(Duration, Call)> =
            calls.iter().map(|(offset, scenario)| (*offset, scenario.call())).collect();
        let over: Arc<Mutex<Vec<Option<Over>>>> = Arc::new(Mutex::new(vec![None; all.len()]));
        let mut run = if all.iter().all(|(_, call)| matches!(call.start, Start::Future(_))) {
            let (inside, clock) = (over.clone(), recorder.clone());
            let play: Play = Box::new(move || Box::pin(play(all, order, inside, clock)));
            let seen = observe(recorder, play);
            Run { seen, calls: Vec::new(), order }
        } else {
            return Run::of_plain(all, order, panics);
        };
        run.seen.panic_expected = panics;
        if run.seen.end == End::Done {
            let over = over.lock().unwrap_or_else(PoisonError::into_inner);
            run.calls = over.iter().flatten().cloned().collect();
        }
        run
    }

    /// Plain functions start their runtimes themselves: in turn on one thread, beside each other on a
    /// thread each.
    fn of_plain(calls: Vec<(Duration, Call)>, order: Order, panics: bool) -> Run {
        let plain = calls.into_iter().filter_map(|(_, call)| match call.start {
            Start::Plain(start) => Some(start),
            Start::Future(_) => None,
        });
        let (mut seen, values) = observe_calls(plain.collect(), order == Order::InTurn);
        seen.panic_expected = panics;
        let calls =
            values.into_iter().map(|(began, took, value)| Over { began, took, value: Some(value) });
        let calls = if seen.end == End::Done { calls.collect() } else { Vec::new() };
        Run { seen, calls, order }
    }

    /// What is wrong with any run, whatever it returns.
    fn general_fault(&self) -> Option<(String, Option<Misconception>)> {
        let seen = &self.seen;
        if let Some(Finding { happened, meaning, misconception }) = ends::finding(seen) {
            let means = misconception.map(|key| Misconception { key: key.into(), meaning });
            return Some((happened, means));
        }
        diagnosis::unfinished(seen).or_else(|| diagnosis::slept(seen))
    }

    /// What is wrong with a run of which nothing is wrong but that the thread slept.
    fn seen_asleep(&self) -> Option<(String, Option<Misconception>)> {
        let otherwise =
            ends::finding(&self.seen).is_some() || diagnosis::unfinished(&self.seen).is_some();
        if otherwise { None } else { diagnosis::slept(&self.seen) }
    }

    fn misfit(self, happened: String, means: Option<Misconception>) -> Misfit {
        let (misconception, meaning) = match means {
            Some(known) => (Some(known.key.into_owned()), known.meaning),
            None => (None, String::new()),
        };
        Box::new((self.seen, Finding { happened, meaning, misconception }))
    }

    /// What was seen of each call by itself.
    fn observations(&self, calls: &[(Duration, &dyn Scenario)]) -> Vec<Observation> {
        let timeline = &self.seen.timeline;
        let of = |(at, (over, (_, scenario))): (usize, (&Over, &(Duration, &dyn Scenario)))| {
            let next = self.calls.get(at + 1).filter(|_| self.order == Order::InTurn);
            let is_mine = |moment: Duration| {
                moment >= over.began && next.is_none_or(|next| moment < next.began)
            };
            let since = |moment: Duration| moment.saturating_sub(over.began);
            let spans = timeline.spans.iter();
            let spans = spans.filter(|it| !it.own && is_mine(it.start) && scenario.owns(&it.name));
            let said = timeline.said.iter();
            let said = said.filter(|it| !it.own && is_mine(it.at) && scenario.says(&it.line));
            Observation {
                value: over.value.clone(),
                took: over.took,
                spans: spans
                    .map(|span| verdict::Span {
                        start: since(span.start),
                        end: since(span.end),
                        ..span.clone()
                    })
                    .collect(),
                said: said
                    .map(|said| verdict::Said { at: since(said.at), ..said.clone() })
                    .collect(),
            }
        };
        self.calls.iter().zip(calls).enumerate().map(of).collect()
    }

    /// How the calls differ from what they come to together: they may use one and the same name.
    fn differs_together(&self, expected: Vec<Expected>, seen: &[Observation]) -> Option<String> {
        let returned =
            expected.iter().zip(seen).find_map(|(it, seen)| it.compare_return(seen).err());
        let began = self.calls.iter().map(|over| over.began);
        let together = Expected::together(began.zip(expected).collect());
        let given_spans: Vec<_> =
            self.seen.timeline.spans.iter().filter(|span| !span.own).cloned().collect();
        let given_lines: Vec<_> =
            self.seen.timeline.said.iter().filter(|said| !said.own).cloned().collect();
        let world = together.compare_world(&given_spans, &given_lines, Duration::ZERO);
        world.err().or(returned)
    }
}

/// Makes the calls on the judge's runtime.
async fn play(
    calls: Vec<(Duration, Call)>,
    order: Order,
    over: Arc<Mutex<Vec<Option<Over>>>>,
    clock: Recorder,
) {
    let put = |at: usize, result: Over| {
        over.lock().unwrap_or_else(PoisonError::into_inner)[at] = Some(result);
    };
    let calls = calls.into_iter().enumerate();
    match order {
        Order::InTurn => {
            for (at, (_, call)) in calls {
                if at > 0 {
                    sleep(A_WHILE).await;
                }
                put(at, made(Duration::ZERO, call, &clock).await);
            }
        }
        Order::Beside => {
            let (put, clock) = (&put, &clock);
            join_all(calls.map(async |(at, (offset, call))| {
                put(at, made(offset, call, clock).await);
            }))
            .await;
        }
    }
}

/// Makes one call after `offset`, and waits until it is over.
async fn made(offset: Duration, call: Call, clock: &Recorder) -> Over {
    let Start::Future(start) = call.start else { return pending().await };
    if !offset.is_zero() {
        sleep(offset).await;
    }
    let (began, from) = (clock.now(), Instant::now());
    let value = match call.dropped_at {
        None => Some(start().await),
        Some(at) => dropped(start(), from + at).await,
    };
    Over { began, took: clock.now() - began, value }
}

/// How many turns everybody gets at the moment of a drop, for all that happens at that moment.
const TURNS_BEFORE_A_DROP: usize = 32;

/// What `future` returns, or `None` when it is dropped at `deadline`.
async fn dropped(mut future: Made, deadline: Instant) -> Option<String> {
    let mut deadline = pin!(tokio::time::sleep_until(deadline));
    let returned = poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => deadline.as_mut().poll(cx).map(|()| None),
    })
    .await;
    if returned.is_some() {
        return returned;
    }
    for _ in 0..TURNS_BEFORE_A_DROP {
        yield_now().await;
        let polled = poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx))).await;
        if let Poll::Ready(value) = polled {
            return Some(value);
        }
    }
    None
}
