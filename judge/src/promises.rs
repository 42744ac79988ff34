//! What can be promised of a run, each as a method that reads as a sentence in a test.
//!
//! The first promise that does not hold is the one a learner reads about; later ones are not looked
//! at, because they would mostly be consequences.

use crate::diagnosis::{self, Misconception};
use crate::ends;
use crate::evidence::{Kept, broken};
use crate::execute::Seen;
use std::fmt::{Debug, Display};
use std::time::Duration;
use verdict::text::{count, list, time};
use verdict::{Fate, Finding, Report, Span};

/// A run, and the promises made of it. Every method but [`kept`](Run::kept) adds one.
#[must_use = "a promise counts only when kept() is called and its result returned"]
pub struct Run<T> {
    seen: Seen<T>,
    broken: Option<Broken>,
    guesses: Vec<Misconception>,
}

/// The first promise that did not hold.
struct Broken {
    happened: String,
    meaning: Option<Misconception>,
    /// Whether this is about the end of the run, whose lesson is complete as it stands.
    complete: bool,
}

/// What a span does at one moment.
#[derive(Clone, Copy)]
enum Moment {
    Begins,
    Completes,
    IsCancelled,
}

impl Moment {
    /// What happened, and what is promised.
    fn words(self) -> [&'static str; 2] {
        match self {
            Moment::Begins => ["began", "begins"],
            Moment::Completes => ["was complete", "is complete"],
            Moment::IsCancelled => ["was cancelled", "is cancelled"],
        }
    }

    fn of(self, span: &Span) -> Option<Duration> {
        match self {
            Moment::Begins => Some(span.start),
            Moment::Completes => (span.fate == Fate::Completed).then_some(span.end),
            Moment::IsCancelled => (span.fate == Fate::Cancelled).then_some(span.end),
        }
    }
}

/// Lines that are promised to be said at one moment.
#[derive(Clone, Copy, Debug)]
pub enum Lines<'a> {
    /// Exactly these, in this order.
    InOrder(&'a [&'a str]),
    /// Exactly these, in any order: for what happens at one and the same instant.
    InAnyOrder(&'a [&'a str]),
}

impl<T> Run<T> {
    pub(crate) fn new(seen: Seen<T>) -> Run<T> {
        let broken = ends::finding(&seen).map(|finding| Broken {
            happened: finding.happened,
            meaning: finding
                .misconception
                .map(|key| Misconception { key: key.into(), meaning: finding.meaning }),
            complete: true,
        });
        Run { seen, broken, guesses: Vec::new() }
    }

    /// It takes exactly `expected` of virtual time.
    pub fn takes(self, expected: Duration) -> Self {
        self.promise(|seen| {
            let took = seen.elapsed;
            if took == expected {
                return Ok(());
            }
            let too_long = || {
                diagnosis::nothing_overlapped(seen)
                    .or_else(|| diagnosis::of(seen))
                    .or_else(|| diagnosis::idle(seen))
            };
            let meaning = if took > expected { too_long() } else { None };
            let happened = format!(
                "It took {} of simulated time; the promise is {}.",
                time(took),
                time(expected)
            );
            Err((happened, meaning))
        })
    }

    /// The most spans with names that begin with `prefix` that are ever under way at one moment
    /// are `expected`.
    pub fn at_once(self, prefix: &str, expected: usize) -> Self {
        self.promise(|seen| {
            let spans = seen.spans(prefix);
            let most = most_at_once(&spans);
            if most == expected {
                return Ok(());
            }
            let meaning = match most {
                _ if most >= expected => None,
                0 | 1 => diagnosis::one_after_another(&spans),
                _ => diagnosis::limited(&spans),
            };
            let happened = match most {
                0 => format!(
                    "No \"{prefix}\" had begun when it returned; the promise is {expected} at once."
                ),
                1 => {
                    format!("At most 1 was under way at a time; the promise is {expected} at once.")
                }
                n if n < expected => {
                    format!("At most {n} were under way at once; the promise is {expected}.")
                }
                n => format!("As many as {n} were under way at once; the promise is {expected}."),
            };
            Err((happened, meaning))
        })
    }

    /// The spans of exactly these names are under way together at some moment.
    pub fn together(self, names: &[&str]) -> Self {
        self.promise(|seen| {
            let mut spans = Vec::new();
            for name in names {
                match seen.timeline.spans.iter().find(|span| span.name == *name) {
                    Some(span) => spans.push(span),
                    None => {
                        let promised = format!("{} at the same time", list(names, 5));
                        return Err(missing(name, &promised, seen));
                    }
                }
            }
            if most_at_once(&spans) == spans.len() {
                return Ok(());
            }
            spans.sort_by_key(|span| span.start);
            let happened = format!(
                "{} never{} overlapped; the promise is that they do.",
                list(names, 5),
                if names.len() > 2 { " all" } else { "" }
            );
            Err((happened, diagnosis::one_after_another(&spans)))
        })
    }

    /// The span `name` begins at exactly this time.
    pub fn starts(self, name: &str, at: Duration) -> Self {
        self.moment(name, Moment::Begins, at)
    }

    /// The span `name` comes to its own end at exactly this time.
    pub fn completes(self, name: &str, at: Duration) -> Self {
        self.moment(name, Moment::Completes, at)
    }

    /// The span `name` is dropped before its end, at exactly this time.
    pub fn cancels(self, name: &str, at: Duration) -> Self {
        self.moment(name, Moment::IsCancelled, at)
    }

    fn moment(self, name: &str, what: Moment, at: Duration) -> Self {
        let [happened, promised] = what.words();
        self.promise(|seen| {
            let span = seen.timeline.spans.iter().find(|span| span.name == name);
            let promised = format!("that it {promised} at {}", time(at));
            let Some(span) = span else { return Err(missing(name, &promised, seen)) };
            match what.of(span) {
                Some(moment) if moment == at => Ok(()),
                Some(moment) => {
                    let begun_late = matches!(what, Moment::Begins) && moment > at;
                    let by_a_timer = || {
                        diagnosis::of(seen).or_else(|| diagnosis::begun_by_a_timer(seen, moment))
                    };
                    Err((
                        format!(
                            "{name} {happened} at {}; the promise is {}.",
                            time(moment),
                            time(at)
                        ),
                        if begun_late { by_a_timer() } else { None },
                    ))
                }
                None => {
                    let fate = match span.fate {
                        Fate::Completed => format!("{name} ran to its end at {}", time(span.end)),
                        Fate::Cancelled => format!("{name} was cancelled at {}", time(span.end)),
                        Fate::Running => format!("When it returned, {name} was still running"),
                    };
                    Err((
                        format!("{fate}; the promise is {promised}."),
                        diagnosis::nothing_overlapped(seen),
                    ))
                }
            }
        })
    }

    /// No span of this name ever begins.
    pub fn never_starts(self, name: &str) -> Self {
        self.promise(|seen| match seen.timeline.spans.iter().find(|span| span.name == name) {
            None => Ok(()),
            Some(span) => Err((
                format!(
                    "{name} began at {}; the promise is that it never begins.",
                    time(span.start)
                ),
                None,
            )),
        })
    }

    /// What is said at exactly `at` is these lines.
    pub fn says_at(self, at: Duration, lines: Lines<'_>) -> Self {
        self.promise(|seen| {
            let said: Vec<&str> = seen.said_at(at);
            let (expected, ordered) = match lines {
                Lines::InOrder(lines) => (lines, true),
                Lines::InAnyOrder(lines) => (lines, false),
            };
            let sorted = |lines: &[&str]| {
                let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
                lines.sort_unstable();
                lines
            };
            let same_lines = sorted(&said) == sorted(expected);
            if same_lines && (!ordered || said == expected) {
                return Ok(());
            }
            let missing: Vec<String> =
                expected.iter().filter(|l| !said.contains(l)).map(|l| format!("\"{l}\"")).collect();
            let happened = if same_lines {
                format!(
                    "At {} the promised lines came in another order: {}.",
                    time(at),
                    quoted(&said)
                )
            } else if !missing.is_empty() {
                format!(
                    "At {}, {} of {} {} missing: {}.",
                    time(at),
                    missing.len(),
                    count(expected.len(), "promised line"),
                    if missing.len() == 1 { "was" } else { "were" },
                    list(&missing, 3)
                )
            } else {
                format!("At {} more was said than promised: {}.", time(at), quoted(&said))
            };
            Err((happened, diagnosis::nothing_overlapped(seen)))
        })
    }

    /// When it returns, no task that it spawned is alive, and nothing that it began is under way.
    pub fn leaves_nothing_running(self) -> Self {
        self.promise(|seen| {
            let running = diagnosis::running_names(&seen.timeline.spans);
            if seen.alive == 0 && running.is_empty() {
                return Ok(());
            }
            let happened = match seen.alive {
                0 => format!(
                    "When it returned, {} {} still running; the promise is that nothing is.",
                    list(&running, 3),
                    if running.len() == 1 { "was" } else { "were" }
                ),
                n => format!(
                    "When it returned, {} {} still running; the promise is none.",
                    count(n, "spawned task"),
                    if n == 1 { "was" } else { "were" }
                ),
            };
            Err((happened, diagnosis::left_running(seen, true)))
        })
    }

    /// A promise of its own: `check` says what happened instead when it does not hold.
    pub fn promises(self, check: impl FnOnce(&Seen<T>) -> Result<(), String>) -> Self {
        self.promise(|seen| check(seen).map_err(|happened| (happened, None)))
    }

    /// Says that a panic inside a task is part of the story: it is not taken for the reason when a
    /// promise breaks. To be said before the promises.
    pub fn expects_a_panic(mut self) -> Self {
        self.seen.panic_expected = true;
        self
    }

    /// A mistake that this exercise knows: where `applies` to a run that broke a promise, it is what
    /// the learner reads. The first that applies counts, before any that the judge knows of itself.
    ///
    /// `key` is the mistake's name for machines; `meaning` speaks to the learner.
    pub fn usually_means(
        mut self,
        key: &'static str,
        meaning: &str,
        applies: impl FnOnce(&Seen<T>) -> bool,
    ) -> Self {
        if self.seen.value.is_some() && applies(&self.seen) {
            self.guesses.push(Misconception { key: key.into(), meaning: meaning.to_owned() });
        }
        self
    }

    /// A mistake that this exercise knows behind a run that hangs: where `applies`, it is what the
    /// learner reads, in place of what a hang means in general.
    ///
    /// `key` and `meaning` are as in [`usually_means`](Run::usually_means); what happened, and that
    /// it was a hang, has been said before it.
    pub fn a_hang_means(
        mut self,
        key: &'static str,
        meaning: &str,
        applies: impl FnOnce(&Seen<T>) -> bool,
    ) -> Self {
        if let Some(broken) = &mut self.broken
            && broken.meaning.as_ref().is_some_and(|known| known.key == "hung")
            && applies(&self.seen)
        {
            broken.meaning = Some(Misconception { key: key.into(), meaning: meaning.to_owned() });
        }
        self
    }

    fn promise(
        mut self,
        check: impl FnOnce(&Seen<T>) -> Result<(), (String, Option<Misconception>)>,
    ) -> Self {
        if self.broken.is_none()
            && let Err((happened, meaning)) = check(&self.seen)
        {
            self.broken = Some(Broken { happened, meaning, complete: false });
        }
        self
    }

    /// The verdict: the proof, when every promise held.
    ///
    /// # Panics
    ///
    /// When one did not: that fails the test, with a message for the learner.
    pub fn kept(self) -> Kept {
        let Run { seen, broken: found, guesses } = self;
        let finding = found.map(|found| {
            let meaning = if found.complete {
                found.meaning
            } else {
                let guess = guesses.into_iter().next();
                guess.or(found.meaning).or_else(|| diagnosis::of(&seen))
            };
            let (misconception, meaning) = match meaning {
                Some(known) => (Some(known.key.into_owned()), known.meaning),
                None => (None, String::new()),
            };
            Finding { happened: found.happened, meaning, misconception }
        });
        let Seen { end, timeline, panics, .. } = seen;
        let report = Report { end, finding, timeline, panics };
        if report.kept() { Kept::new(report) } else { broken(&report) }
    }
}

impl<T: PartialEq + Debug> Run<T> {
    /// It returns `expected`.
    pub fn returns(self, expected: T) -> Self {
        self.promise(|seen| match &seen.value {
            Some(value) if *value == expected => Ok(()),
            value => Err((differs(value.as_ref(), &expected), None)),
        })
    }
}

impl<T: PartialEq + Debug, E: Display> Run<Result<T, E>> {
    /// It returns `Ok(expected)`.
    pub fn returns_ok(self, expected: T) -> Self {
        self.promise(|seen| match &seen.value {
            Some(Ok(value)) if *value == expected => Ok(()),
            Some(Err(error)) => {
                Err((format!("It failed: \"{error:#}\"; the promise is {expected:?}."), None))
            }
            value => {
                let value = value.as_ref().and_then(|value| value.as_ref().ok());
                Err((differs(value, &expected), None))
            }
        })
    }
}

impl<T: Debug, E: Display> Run<Result<T, E>> {
    /// It returns an error whose whole chain (`{:#}`) has all of `parts` in it.
    pub fn fails_saying(self, parts: &[&str]) -> Self {
        self.promise(|seen| {
            let error = match &seen.value {
                Some(Err(error)) => format!("{error:#}"),
                Some(Ok(value)) => {
                    return Err((
                        format!("It returned Ok({value:?}); the promise is an error."),
                        None,
                    ));
                }
                None => return Ok(()),
            };
            match parts.iter().find(|part| !error.contains(**part)) {
                None => Ok(()),
                Some(part) => Err((
                    format!("Its error reads \"{error}\"; the promise is that it says \"{part}\"."),
                    None,
                )),
            }
        })
    }
}

impl<T> Seen<T> {
    /// The spans with names that begin with `prefix`, in the order of their start.
    pub fn spans(&self, prefix: &str) -> Vec<&Span> {
        self.timeline.spans.iter().filter(|span| span.name.starts_with(prefix)).collect()
    }

    /// The lines said at exactly this moment, in order.
    pub fn said_at(&self, at: Duration) -> Vec<&str> {
        self.timeline
            .said
            .iter()
            .filter(|said| said.at == at)
            .map(|said| said.line.as_str())
            .collect()
    }
}

/// The most of `spans` that are under way at one moment. A span of no length is under way then.
pub(crate) fn most_at_once(spans: &[&Span]) -> usize {
    let under_way =
        |span: &Span, at: Duration| span.start == at || (span.start < at && at < span.end);
    let at = |moment: Duration| spans.iter().filter(|span| under_way(span, moment)).count();
    spans.iter().map(|span| at(span.start)).max().unwrap_or(0)
}

fn missing<T>(name: &str, promised: &str, seen: &Seen<T>) -> (String, Option<Misconception>) {
    // A task that was spawned and not waited for may yet begin.
    let when = if seen.alive == 0 { "never began" } else { "had not begun when it returned" };
    (format!("{name} {when}; the promise is {promised}."), diagnosis::of(seen))
}

fn differs<T: Debug>(value: Option<&T>, expected: &T) -> String {
    match value {
        Some(value) => format!("It returned {value:?}; the promise is {expected:?}."),
        None => format!("It returned nothing; the promise is {expected:?}."),
    }
}

fn quoted(lines: &[&str]) -> String {
    let quoted: Vec<String> = lines.iter().map(|line| format!("\"{line}\"")).collect();
    list(&quoted, 5)
}
