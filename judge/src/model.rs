//! Compares what was seen of a call with what a model expects, and says where they differ.

use std::cmp::Ordering;
use std::time::Duration;
use verdict::text::time;
use verdict::{Fate, Said, Span};

/// What was seen of one call. Times count from when it was made, and only the given world's spans and
/// lines are in it: what an answer records for itself is its own affair.
#[derive(Clone, Debug, Default)]
pub struct Observation {
    /// What it returned, as the scenario tells it; `None` when it was dropped before.
    pub value: Option<String>,
    /// When it returned, or was dropped.
    pub took: Duration,
    /// What began and ended when, in the order in which it began.
    pub spans: Vec<Span>,
    /// What was said when, in order.
    pub said: Vec<Said>,
}

/// What must be seen of one call, to the letter: every span and every line of the given world, what is
/// returned, and when. Times count from when the call is made. Which of several things at one and the
/// same moment comes first is never compared.
#[derive(Default)]
pub struct Expected {
    spans: Vec<Span>,
    said: Option<Vec<Said>>,
    value: Option<Value>,
    took: Duration,
}

/// Says what is wrong with what was returned.
type Fits = Box<dyn Fn(&str) -> Result<(), String>>;

enum Value {
    Is(String),
    Fits(Fits),
}

impl Expected {
    /// Nothing begins, nothing is compared of what is said and returned, and it is over at once.
    pub fn new() -> Expected {
        Expected::default()
    }

    /// `name` begins at `start` and comes to its own end at `end`.
    pub fn completes(&mut self, name: impl Into<String>, start: Duration, end: Duration) {
        self.span(name.into(), start, end, Fate::Completed);
    }

    /// `name` begins at `start` and is dropped at `end`, before its own end.
    pub fn cancels(&mut self, name: impl Into<String>, start: Duration, end: Duration) {
        self.span(name.into(), start, end, Fate::Cancelled);
    }

    fn span(&mut self, name: String, start: Duration, end: Duration, fate: Fate) {
        self.spans.push(Span { name, start, end, fate, panicked: false, own: false });
    }

    /// `line` is said at `at`. From the first such line on, no other may be said.
    pub fn says(&mut self, at: Duration, line: impl Into<String>) {
        let said = Said { at, line: line.into(), own: false };
        self.said.get_or_insert_default().push(said);
    }

    /// Nothing is said that [`says`](Expected::says) does not name.
    pub fn says_no_more(&mut self) {
        self.said.get_or_insert_default();
    }

    /// It returns `value` after `took`.
    pub fn returns(&mut self, value: impl Into<String>, took: Duration) {
        (self.value, self.took) = (Some(Value::Is(value.into())), took);
    }

    /// It returns after `took`, and `fits` says what is wrong with what it returns.
    pub fn returns_what(
        &mut self,
        took: Duration,
        fits: impl Fn(&str) -> Result<(), String> + 'static,
    ) {
        (self.value, self.took) = (Some(Value::Fits(Box::new(fits))), took);
    }

    /// The same for a caller who drops the call at `at`, when all that happens at that moment has
    /// happened: what goes on then is cancelled, and what comes later never begins.
    pub fn dropped_at(mut self, at: Duration) -> Expected {
        if at >= self.took {
            return self;
        }
        self.spans.retain(|span| span.start <= at);
        for span in self.spans.iter_mut().filter(|span| span.end > at) {
            (span.end, span.fate) = (at, Fate::Cancelled);
        }
        if let Some(said) = &mut self.said {
            said.retain(|said| said.at <= at);
        }
        (self.value, self.took) = (None, at);
        self
    }

    /// Every moment at which something begins or ends, in order.
    pub fn moments(&self) -> Vec<Duration> {
        crate::moments(self.spans.iter().flat_map(|span| [span.start, span.end]).collect())
    }

    /// When it is over.
    pub fn took(&self) -> Duration {
        self.took
    }

    /// Where `seen` differs, in words; the earliest difference counts.
    pub fn compare(&self, seen: &Observation) -> Result<(), String> {
        self.compare_world(&seen.spans, &seen.said, Duration::ZERO)?;
        self.compare_return(seen.value.as_deref(), seen.took)
    }

    /// What is returned, and when.
    pub(crate) fn compare_return(
        &self,
        returned: Option<&str>,
        took: Duration,
    ) -> Result<(), String> {
        let fits = match (&self.value, returned) {
            (None, _) => Ok(()),
            (Some(_), None) => Err("It was still not over when its caller dropped it.".to_owned()),
            (Some(Value::Is(value)), Some(returned)) if value == returned => Ok(()),
            (Some(Value::Is(value)), Some(returned)) => {
                let (returned, value) = (short(returned, value), short(value, returned));
                Err(format!("It returned {returned}; the promise is {value}."))
            }
            (Some(Value::Fits(fits)), Some(returned)) => fits(returned),
        };
        if took == self.took {
            return fits;
        }
        let what = if returned.is_some() { "returned" } else { "was dropped" };
        Err(format!("It {what} after {}; the promise is {}.", time(took), time(self.took)))
    }

    /// What began, ended and was said. `zero` is when the call was made, for times as the picture shows
    /// them.
    pub(crate) fn compare_world(
        &self,
        spans: &[Span],
        said: &[Said],
        zero: Duration,
    ) -> Result<(), String> {
        let [mut missing, mut surplus] = self.unmatched_spans(spans);
        missing.sort_by_key(|span| (span.start, span.end));
        surplus.sort_by_key(|span| (span.start, span.end));
        let lines = self.said.as_ref().map(|expected| {
            let mut lines = unmatched(expected, said, |it| (it.at, it.line.as_str()));
            lines.iter_mut().for_each(|lines| lines.sort_by_key(|said| said.at));
            lines
        });
        let of_spans = missing.first().map(|span| moment(span)).into_iter();
        let of_spans = of_spans.chain(surplus.first().map(|span| moment(span))).min();
        let of_lines = lines.iter().flatten().filter_map(|lines| lines.first().map(|said| said.at));
        let of_lines = of_lines.min();
        match (of_spans, of_lines, &lines) {
            (Some(at), _, _) if of_lines.is_none_or(|line| at <= line) => {
                match (&missing[..], &surplus[..]) {
                    ([], [again, ..]) if self.spans.iter().any(|span| span.name == again.name) => {
                        let at = time(again.start.saturating_sub(zero));
                        Err(format!("{} began at {at}, once more than is promised.", again.name))
                    }
                    _ => Err(differs(&missing, &surplus, zero)),
                }
            }
            (_, Some(_), Some([missing, surplus])) => Err(says_otherwise(missing, surplus, zero)),
            _ => Ok(()),
        }
    }

    /// The first difference, if it is that a span began later than promised.
    pub(crate) fn begun_late<'a>(&'a self, spans: &'a [Span]) -> Option<&'a Span> {
        let [mut missing, mut surplus] = self.unmatched_spans(spans);
        let promised = missing.drain(..).min_by_key(|span| span.start)?;
        let first_surplus = surplus.iter().map(|span| span.start).min();
        let seen = surplus.drain(..).find(|span| span.name == promised.name)?;
        let is_first = first_surplus.is_none_or(|start| start >= promised.start);
        (is_first && seen.start > promised.start).then_some(seen)
    }

    /// Whether what began and ended is as promised.
    pub(crate) fn is_of_world(&self, seen: &Observation) -> bool {
        self.compare_world(&seen.spans, &seen.said, Duration::ZERO).is_ok()
    }

    fn unmatched_spans<'a>(&'a self, spans: &'a [Span]) -> [Vec<&'a Span>; 2] {
        unmatched(&self.spans, spans, |it| (it.start, it.end, it.fate as u8, it.name.as_str()))
    }

    /// What several calls that were made at these times come to together.
    pub(crate) fn together(parts: Vec<(Duration, Expected)>) -> Expected {
        let mut all = Expected::new();
        for (zero, part) in parts {
            all.spans.extend(part.spans.into_iter().map(|span| Span {
                start: span.start + zero,
                end: span.end + zero,
                ..span
            }));
            if let Some(said) = part.said {
                let said = said.into_iter().map(|said| Said { at: said.at + zero, ..said });
                all.said.get_or_insert_default().extend(said);
            }
        }
        all
    }
}

/// Of both, what has no equal among the others, each of which counts once; in the order given.
fn unmatched<'a, T, K: Ord>(
    promised: &'a [T],
    seen: &'a [T],
    key: fn(&'a T) -> K,
) -> [Vec<&'a T>; 2] {
    let sorted = |items: &'a [T]| {
        let mut all: Vec<(K, usize)> = items.iter().map(key).zip(0..).collect();
        all.sort();
        all.into_iter().peekable()
    };
    let (mut promises, mut sights) = (sorted(promised), sorted(seen));
    let (mut missing, mut surplus) = (Vec::new(), Vec::new());
    loop {
        let order = match (promises.peek(), sights.peek()) {
            (Some((promise, _)), Some((sight, _))) => promise.cmp(sight),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        let promise = if order.is_le() { promises.next() } else { None };
        let sight = if order.is_ge() { sights.next() } else { None };
        match (promise, sight) {
            (Some((_, at)), None) => missing.push(at),
            (None, Some((_, at))) => surplus.push(at),
            _ => {}
        }
    }
    missing.sort_unstable();
    surplus.sort_unstable();
    [
        missing.into_iter().map(|at| &promised[at]).collect(),
        surplus.into_iter().map(|at| &seen[at]).collect(),
    ]
}

/// When a span that should not be, or is not, first matters.
fn moment(span: &Span) -> Duration {
    span.start
}

fn differs(missing: &[&Span], surplus: &[&Span], zero: Duration) -> String {
    let at = |moment: Duration| time(moment.saturating_sub(zero));
    let Some(promised) = missing.first() else {
        let Some(span) = surplus.first() else { return String::new() };
        return format!(
            "{} began at {}; the promise is that it does not begin then.",
            span.name,
            at(span.start)
        );
    };
    let namesake = surplus.iter().find(|span| span.name == promised.name);
    let Some(seen) = namesake else {
        let instead = surplus.first().filter(|span| span.start <= promised.start);
        return match instead {
            Some(span) => format!(
                "At {} {} began; the promise is that {} begins at {}.",
                at(span.start),
                span.name,
                promised.name,
                at(promised.start)
            ),
            None => format!(
                "{} did not begin at {}; the promise is that it does.",
                promised.name,
                at(promised.start)
            ),
        };
    };
    if seen.start != promised.start {
        return format!(
            "{} began at {}; the promise is {}.",
            seen.name,
            at(seen.start),
            at(promised.start)
        );
    }
    let (what, when) = (fate(seen), at(seen.end));
    format!(
        "{} {what} at {when}; the promise is that it {} at {}.",
        seen.name,
        match promised.fate {
            Fate::Completed => "is done",
            Fate::Cancelled => "is cancelled",
            Fate::Running => "goes on",
        },
        at(promised.end)
    )
}

fn fate(span: &Span) -> &'static str {
    match span.fate {
        Fate::Completed => "was done",
        Fate::Cancelled => "was cancelled",
        Fate::Running => "was still running",
    }
}

fn says_otherwise(missing: &[&Said], surplus: &[&Said], zero: Duration) -> String {
    let at = |said: &Said| time(said.at.saturating_sub(zero));
    match (missing.first(), surplus.first()) {
        (Some(promised), Some(said)) if promised.line == said.line => {
            format!("\"{}\" was said at {}; the promise is {}.", said.line, at(said), at(promised))
        }
        (Some(promised), Some(said)) if said.at <= promised.at => format!(
            "\"{}\" was said at {}; the promise is \"{}\" at {}.",
            said.line,
            at(said),
            promised.line,
            at(promised)
        ),
        (Some(promised), _) => {
            format!(
                "\"{}\" was not said at {}; the promise is that it is.",
                promised.line,
                at(promised)
            )
        }
        (None, Some(said)) => {
            format!("\"{}\" was said at {}; the promise is that it is not.", said.line, at(said))
        }
        (None, None) => String::new(),
    }
}

/// A text as a message can show it: where it is long, only from a little before it differs from `other`.
fn short(text: &str, other: &str) -> String {
    const MOST: usize = 80;
    if text.len() <= MOST {
        return text.to_owned();
    }
    let same = text.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let from = text.floor_char_boundary(same.saturating_sub(40));
    let to = text.floor_char_boundary((from + MOST).min(text.len()));
    let before = if from > 0 { "…" } else { "" };
    let after = if to < text.len() { "…" } else { "" };
    format!("{before}{}{after}", &text[from..to])
}
