//! Makes the calls of a case, one after another or at the same time, and returns what was seen of each.

use crate::diagnosis::{self, Misconception};
use crate::execute::{RunBody, observe, observe_calls};
use crate::join_all::join_all;
use crate::model::{Expected, Observation};
use crate::observed::Observed;
use crate::scenario::{Call, CallFuture, Case, Scenario, Start};
use crate::stuck_messages;
use recorder::Recorder;
use std::future::{pending, poll_fn};
use std::pin::pin;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::Poll;
use std::time::Duration;
use tokio::task::yield_now;
use tokio::time::{Instant, sleep};
use verdict::{End, Finding, Said, Span, Timeline};

/// How several calls follow each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// One, and when it is over and a while has passed, the next.
    InTurn,
    /// One, when others have come halfway and a while has passed, in which what they have left running ends.
    After(Halfway),
    /// Each from its own moment on.
    Beside,
}

/// What becomes of calls that have come halfway.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Halfway {
    /// They are dropped, on average this time after they began.
    Dropped(Duration),
    /// They are polled for this time, on average, and then kept but not polled.
    Suspended(Duration),
}

/// Which calls of a case are made, and how they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The place of the case among all.
    pub(crate) case: usize,
    pub(crate) calls: Calls,
}

/// The calls of a case that are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Calls {
    /// One: its place in the case, where those to be run beside the scenario come after it.
    Alone(usize),
    /// That of the scenario so many times.
    InTurn(usize),
    /// That of the scenario after so many of the same that came halfway.
    After(usize, Halfway),
    /// All that the case has.
    Beside,
}

impl Plan {
    /// The calls, each with its moment.
    pub(crate) fn of<'a>(&self, cases: &'a [Case]) -> Vec<(Duration, &'a dyn Scenario)> {
        let case = &cases[self.case];
        let first = (Duration::ZERO, &*case.scenario);
        let others = case.beside.iter().map(|(offset, scenario)| (*offset, &**scenario));
        match self.calls {
            Calls::Alone(0) | Calls::After(..) => vec![first],
            Calls::Alone(place) => vec![(Duration::ZERO, &*case.beside[place - 1].1)],
            Calls::InTurn(times) => vec![first; times],
            Calls::Beside => [first].into_iter().chain(others).collect(),
        }
    }

    /// Whether `cases` have what it names.
    pub(crate) fn is_of(&self, cases: &[Case]) -> bool {
        cases.get(self.case).is_some_and(|case| match self.calls {
            Calls::Alone(place) => place <= case.beside.len(),
            _ => true,
        })
    }

    pub(crate) fn order(&self) -> Order {
        match self.calls {
            Calls::Alone(_) | Calls::Beside => Order::Beside,
            Calls::InTurn(_) => Order::InTurn,
            Calls::After(_, halfway) => Order::After(halfway),
        }
    }

    /// The plan in a line: `dropped 3 130 1000000`.
    pub(crate) fn write(&self) -> String {
        let case = self.case;
        match self.calls {
            Calls::Alone(place) => format!("alone {case} {place}"),
            Calls::InTurn(times) => format!("in-turn {case} {times}"),
            Calls::After(many, Halfway::Dropped(time)) => {
                format!("dropped {case} {many} {}", time.as_nanos())
            }
            Calls::After(many, Halfway::Suspended(time)) => {
                format!("suspended {case} {many} {}", time.as_nanos())
            }
            Calls::Beside => format!("beside {case}"),
        }
    }

    /// The plan in `line`; `None` when there is none.
    pub(crate) fn read(line: &str) -> Option<Plan> {
        let (word, numbers) = line.split_once(' ')?;
        let numbers: Option<Vec<u64>> = numbers.split(' ').map(|n| n.parse().ok()).collect();
        let numbers = numbers?;
        let small = |at: usize| usize::try_from(*numbers.get(at)?).ok();
        let time = || numbers.get(2).copied().map(Duration::from_nanos);
        let calls = match word {
            "alone" => Calls::Alone(small(1)?),
            "in-turn" => Calls::InTurn(small(1)?),
            "dropped" => Calls::After(small(1)?, Halfway::Dropped(time()?)),
            "suspended" => Calls::After(small(1)?, Halfway::Suspended(time()?)),
            "beside" => Calls::Beside,
            _ => return None,
        };
        Some(Plan { case: small(0)?, calls })
    }
}

/// Between two calls in turn: an odd time, so that nothing of the second is at a moment of the first.
const PAUSE_BETWEEN_CALLS: Duration = Duration::from_millis(1_013);

/// A run that does not fit, and why.
pub(crate) type Mismatch = Box<(Observed, Finding)>;

/// What was seen of several calls.
pub(crate) struct CaseRun {
    pub(crate) seen: Observed,
    calls: Vec<FinishedCall>,
    order: Order,
}

/// One call that is over.
#[derive(Clone)]
pub(crate) struct FinishedCall {
    pub(crate) began: Duration,
    pub(crate) took: Duration,
    pub(crate) value: Option<String>,
}

impl CaseRun {
    /// Makes the calls of a plan here and now.
    pub(crate) fn of(plan: Plan, cases: &[Case]) -> CaseRun {
        let (calls, order) = (plan.of(cases), plan.order());
        let before = match plan.calls {
            Calls::After(many, _) => many,
            _ => 0,
        };
        let before: Vec<Call> = (0..before).map(|_| cases[plan.case].scenario.call()).collect();
        let times = calls.first().map(|(_, scenario)| scenario.times()).unwrap_or_default();
        let panics = expects_panics(&calls);
        let recorder = Recorder::with_times(times);
        let all: Vec<(Duration, Call)> =
            calls.iter().map(|(offset, scenario)| (*offset, scenario.call())).collect();
        let over: Arc<Mutex<Vec<Option<FinishedCall>>>> =
            Arc::new(Mutex::new(vec![None; all.len()]));
        let began = Arc::new(OnceLock::new());
        let mut run = if all.iter().all(|(_, call)| matches!(call.start, Start::Future(_))) {
            let (inside, starts, clock) = (over.clone(), began.clone(), recorder.clone());
            let body: RunBody =
                Box::new(move || Box::pin(make_calls(before, all, order, inside, starts, clock)));
            let seen = observe(recorder, body);
            CaseRun { seen, calls: Vec::new(), order }
        } else {
            return CaseRun::of_plain(all, order, panics);
        };
        run.seen.panic_expected = panics;
        let over = over.lock().unwrap_or_else(PoisonError::into_inner);
        // Of calls in turn, those before one that never came to its end.
        run.calls = over.iter().map_while(Clone::clone).collect();
        if let Some(began) = began.get() {
            run.begins_at(*began);
        }
        run
    }

    /// What was seen of calls elsewhere.
    pub(crate) fn from_parts(seen: Observed, calls: Vec<FinishedCall>, order: Order) -> CaseRun {
        CaseRun { seen, calls, order }
    }

    /// All of it that was seen.
    pub(crate) fn parts(&self) -> (&Observed, &[FinishedCall]) {
        (&self.seen, &self.calls)
    }

    /// Leaves out what was before this moment, which becomes the start.
    fn begins_at(&mut self, moment: Duration) {
        let since = |at: &mut Duration| *at = at.saturating_sub(moment);
        let Timeline { spans, said, end, .. } = &mut self.seen.timeline;
        spans.retain(|span| span.start >= moment);
        said.retain(|said| said.at >= moment);
        for span in spans {
            since(&mut span.start);
            since(&mut span.end);
        }
        said.iter_mut().for_each(|said| since(&mut said.at));
        self.calls.iter_mut().for_each(|over| since(&mut over.began));
        since(end);
        since(&mut self.seen.elapsed);
    }

    /// Plain functions start their runtimes themselves: in turn on one thread, beside each other on a
    /// thread each.
    fn of_plain(calls: Vec<(Duration, Call)>, order: Order, panics: bool) -> CaseRun {
        let plain = calls.into_iter().filter_map(|(_, call)| match call.start {
            Start::Plain(start) => Some(start),
            Start::Future(_) => None,
        });
        let (mut seen, values) = observe_calls(plain.collect(), order != Order::Beside);
        seen.panic_expected = panics;
        let calls = values.into_iter().map(|(began, took, value)| FinishedCall {
            began,
            took,
            value: Some(value),
        });
        // Of those beside each other, nothing says which has not come to its end.
        let known = seen.end == End::Done || order != Order::Beside;
        let calls = if known { calls.collect() } else { Vec::new() };
        CaseRun { seen, calls, order }
    }

    /// What is wrong with any run, whatever it returns.
    pub(crate) fn general_fault(&self) -> Option<(String, Option<Misconception>)> {
        let seen = &self.seen;
        // What calls before it have left only counts by what it does to this one.
        if matches!(self.order, Order::After(_)) && !self.calls.is_empty() {
            return None;
        }
        if let Some(Finding { happened, meaning, misconception }) = stuck_messages::finding(seen) {
            let means = misconception.map(|key| Misconception { key: key.into(), meaning });
            return Some((happened, means));
        }
        diagnosis::unfinished(seen).or_else(|| diagnosis::slept(seen))
    }

    pub(crate) fn mismatch(self, happened: String, means: Option<Misconception>) -> Mismatch {
        let (misconception, meaning) = match means {
            Some(known) => (Some(known.key.into_owned()), known.meaning),
            None => (None, String::new()),
        };
        Box::new((self.seen, Finding { happened, meaning, misconception }))
    }

    /// What was seen of each call by itself.
    pub(crate) fn observations(&self, calls: &[(Duration, &dyn Scenario)]) -> Vec<Observation> {
        let timeline = &self.seen.timeline;
        let of =
            |(at, (over, (_, scenario))): (usize, (&FinishedCall, &(Duration, &dyn Scenario)))| {
                let next = self.calls.get(at + 1).filter(|_| self.order != Order::Beside);
                let is_mine = |moment: Duration| {
                    moment >= over.began && next.is_none_or(|next| moment < next.began)
                };
                let since = |moment: Duration| moment.saturating_sub(over.began);
                let spans = timeline.spans.iter();
                let spans =
                    spans.filter(|it| !it.own && is_mine(it.start) && scenario.owns(&it.name));
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

    /// What was seen of the first of several calls in turn, as if it had been alone.
    pub(crate) fn into_first(self) -> Observed {
        let mut seen = self.seen;
        if let [first, second, ..] = &self.calls[..] {
            seen.elapsed = first.took;
            seen.timeline.end = first.took;
            seen.timeline.spans.retain(|span| span.start < second.began);
            seen.timeline.said.retain(|said| said.at < second.began);
        }
        seen
    }

    /// Whether the first of several calls in turn came to its end, and was as promised.
    pub(crate) fn begins_well(&self, calls: &[(Duration, &dyn Scenario)]) -> bool {
        let seen = self.observations(calls);
        calls.iter().zip(&seen).next().is_some_and(|((_, it), seen)| it.check(seen).is_ok())
    }

    /// Whether all calls came to their end.
    pub(crate) fn is_over(&self) -> bool {
        self.seen.end == End::Done
    }

    /// Whether the first call never came to its end.
    pub(crate) fn stops_at_the_first(&self) -> bool {
        !self.is_over() && self.calls.is_empty()
    }

    /// Whether all calls came to their end, and something is wrong that any of them can have left.
    pub(crate) fn leaves_something(&self) -> bool {
        self.is_over() && self.general_fault().is_some()
    }

    /// How the calls differ from what is promised of each.
    pub(crate) fn differs(&self, calls: &[(Duration, &dyn Scenario)]) -> Option<String> {
        if self.calls.len() < calls.len() {
            return Some("One of them did not come to its end.".to_owned());
        }
        let expected: Option<Vec<Expected>> =
            calls.iter().map(|(_, scenario)| scenario.expected()).collect();
        // Beside each other they may use the same names; in turn, each can be checked by itself, too.
        // Of calls before them, nothing is expected.
        let expected = expected.filter(|_| !matches!(self.order, Order::After(_)));
        let by_itself = expected.is_none() || self.order == Order::InTurn;
        let together = expected.and_then(|expected| self.differs_together(calls, expected));
        together.or_else(|| by_itself.then(|| self.one_differs(calls)).flatten())
    }

    /// How one of the calls, by itself, differs from what is promised of it.
    fn one_differs(&self, calls: &[(Duration, &dyn Scenario)]) -> Option<String> {
        let seen = self.observations(calls);
        calls.iter().zip(&seen).enumerate().find_map(|(at, ((_, it), seen))| {
            let happened = it.check(seen).err()?;
            let other = at > 0 && self.order == Order::Beside;
            Some(if other { format!("In {}: {happened}", it.input()) } else { happened })
        })
    }

    /// How the calls differ from what they come to together: they may use one and the same name.
    /// What belongs to none of them is not looked at.
    fn differs_together(
        &self,
        calls: &[(Duration, &dyn Scenario)],
        expected: Vec<Expected>,
    ) -> Option<String> {
        let returned = expected
            .iter()
            .zip(&self.calls)
            .find_map(|(it, over)| it.compare_return(over.value.as_deref(), over.took).err());
        let began = self.calls.iter().map(|over| over.began);
        let together = Expected::together(began.zip(expected).collect());
        let timeline = &self.seen.timeline;
        let mut spans: Vec<Span> = timeline.spans.iter().filter(|it| !it.own).cloned().collect();
        let mut said: Vec<Said> = timeline.said.iter().filter(|it| !it.own).cloned().collect();
        let mut world = together.compare_world(&spans, &said, Duration::ZERO);
        if world.is_err() {
            // It takes time to ask whose each is, and where all are as promised nobody has to know.
            spans.retain(|span| calls.iter().any(|(_, it)| it.owns(&span.name)));
            said.retain(|said| calls.iter().any(|(_, it)| it.says(&said.line)));
            world = together.compare_world(&spans, &said, Duration::ZERO);
        }
        world.err().or(returned)
    }
}

/// Whether a panic is part of the story of one of them.
pub(crate) fn expects_panics(calls: &[(Duration, &dyn Scenario)]) -> bool {
    calls.iter().any(|(_, scenario)| scenario.panics())
}

/// Makes the calls on the judge's runtime. `began` is when the first call began that is not one of those
/// `before`, where there are any.
async fn make_calls(
    before: Vec<Call>,
    calls: Vec<(Duration, Call)>,
    order: Order,
    over: Arc<Mutex<Vec<Option<FinishedCall>>>>,
    began: Arc<OnceLock<Duration>>,
    clock: Recorder,
) {
    let put = |at: usize, result: FinishedCall| {
        over.lock().unwrap_or_else(PoisonError::into_inner)[at] = Some(result);
    };
    let calls = calls.into_iter().enumerate();
    match order {
        Order::InTurn => {
            for (at, (_, call)) in calls {
                if at > 0 {
                    sleep(PAUSE_BETWEEN_CALLS).await;
                }
                put(at, make_call(Duration::ZERO, call, &clock).await);
            }
        }
        Order::After(halfway) => {
            let (Halfway::Dropped(time) | Halfway::Suspended(time)) = halfway;
            // Each comes as far as another moment: half of the way, on average.
            let (now, many) = (Instant::now(), u32::try_from(before.len()).unwrap_or(u32::MAX));
            let until = |nth: u32| now + time * 2 * (nth + 1) / (many + 1);
            let before = (0..).zip(before).map(|(nth, call)| run_until(call, until(nth)));
            let mut left = join_all(before).await;
            if let Halfway::Dropped(_) = halfway {
                left.clear();
            }
            sleep(PAUSE_BETWEEN_CALLS + MAX_REST_FACTOR * time).await;
            let _ = began.set(clock.now());
            for (at, (_, call)) in calls {
                put(at, make_call(Duration::ZERO, call, &clock).await);
            }
            // What those that are half done say when they are dropped is not about this call.
            clock.returned();
            drop(left);
        }
        Order::Beside => {
            let (put, clock) = (&put, &clock);
            join_all(calls.map(async |(at, (offset, call))| {
                put(at, make_call(offset, call, clock).await);
            }))
            .await;
        }
    }
}

/// How many times as long what is left of such a call may take as the half that it came to.
pub(crate) const MAX_REST_FACTOR: u32 = 20;

/// Makes a call as far as it comes until `until`, and returns what is left of it.
async fn run_until(call: Call, until: Instant) -> Option<CallFuture> {
    let Start::Future(start) = call.start else { return None };
    let mut future = start();
    let ended = tokio::time::timeout_at(until, &mut future).await.is_ok();
    (!ended).then_some(future)
}

/// Makes one call after `offset`, and waits until it is over.
async fn make_call(offset: Duration, call: Call, clock: &Recorder) -> FinishedCall {
    let Start::Future(start) = call.start else { return pending().await };
    if !offset.is_zero() {
        sleep(offset).await;
    }
    let (began, from) = (clock.now(), Instant::now());
    let value = match call.dropped_at {
        None => Some(start().await),
        Some(at) => drop_at(start(), from + at).await,
    };
    FinishedCall { began, took: clock.now() - began, value }
}

/// How many turns everybody gets at the moment of a drop, for all that happens at that moment.
const TURNS_BEFORE_A_DROP: usize = 32;

/// What `future` returns, or `None` when it is dropped at `deadline`.
async fn drop_at(mut future: CallFuture, deadline: Instant) -> Option<String> {
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
