//! What must be seen of `run_report` for whatever gauges: a generator of lists, and what all allowed runs of
//! one have in common. Whether other gauges are still waited for when one is silent is nowhere said, nor
//! which of several silent ones the error is about.

use judge::{Call, Case, Expected, Fate, Observation, Rng, Scenario, Span, time};
use runtime::given::Report;
use std::time::Duration;
use tokio::runtime::Builder;

/// Lists from none to hundreds. Each is read beside two others, on a thread each; some are also asked for
/// within a runtime.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    let mut cases = Vec::new();
    for (size, silent) in [
        (0, Silent::None),
        (1, Silent::None),
        (1, Silent::First),
        (2, Silent::None),
        (2, Silent::All),
        (3, Silent::Last),
        (3, Silent::None),
        (5, Silent::Several),
        (8, Silent::None),
        (31, Silent::First),
        (70, Silent::Several),
        (120, Silent::Somewhere),
        (1_100, Silent::None),
    ] {
        let [one, two, three] = [(1, size), (0, size.min(120)), (2, size.min(120))]
            .map(|(tag, size)| list(rng, size, silent, tag));
        if matches!(size, 0 | 1 | 5 | 120) {
            cases.push(Case::new(Within(one.clone())));
        }
        let case = Case::new(one).beside(Duration::ZERO, two).beside(Duration::ZERO, three);
        cases.push(if size > 1_000 { case.once() } else { case });
    }
    cases
}

/// Which gauges of a list do not answer.
#[derive(Clone, Copy)]
enum Silent {
    None,
    First,
    Last,
    Somewhere,
    Several,
    All,
}

/// Which gauges are read, by somebody outside of any runtime.
#[derive(Clone)]
struct List {
    ids: Vec<u32>,
    /// What their numbers leave when divided by three. Lists that are read beside each other have none in
    /// common.
    tag: u32,
    /// Whether the same thread was refused just before, within a runtime.
    refused_before: bool,
}

fn list(rng: &mut Rng, size: usize, silent: Silent, tag: u32) -> List {
    let most = if size.is_multiple_of(2) { rng.one_of(&[400, 70_000]) } else { u32::MAX };
    let mut ids = Vec::new();
    for place in 0..size {
        // Some are asked for twice.
        let again = place > 0 && (place == 1 && size > 1 || rng.one_in(12));
        ids.push(if again { ids[rng.below(place)] } else { answering(rng, most, tag) });
    }
    let places = match silent {
        Silent::None => vec![],
        Silent::First => vec![0],
        Silent::Last => vec![size - 1],
        Silent::Somewhere => vec![rng.below(size)],
        Silent::Several => vec![rng.below(size), 0, size - 1],
        Silent::All => (0..size).collect(),
    };
    for (nth, place) in places.into_iter().enumerate() {
        // 13 is nearer than those in the mountains, and is known to be silent while they are still called.
        let id = if nth == 0 { 13 } else { rng.below(300) as u32 * 300 + 13 };
        ids[place] = with_tag(id, tag);
    }
    List { ids, tag, refused_before: rng.one_in(4) }
}

fn answering(rng: &mut Rng, most: u32, tag: u32) -> u32 {
    let most = if rng.one_in(2) { 99 } else { most };
    let id = with_tag(rng.between(0, u64::from(most)) as u32, tag);
    if is_silent(id) { id - 3 } else { id }
}

/// A number near `id`, with the same last two digits, that belongs to this list.
fn with_tag(id: u32, tag: u32) -> u32 {
    let id = id.min(u32::MAX - 300);
    // A hundred leaves one.
    id + 100 * ((3 + tag - id % 3) % 3)
}

fn is_silent(id: u32) -> bool {
    id % 100 == 13
}

fn takes(id: u32) -> Duration {
    Duration::from_secs(if id >= 100 { 5 } else { 2 })
}

impl List {
    /// When the first silent gauge is known to be silent.
    fn first_silence(&self) -> Option<Duration> {
        self.ids.iter().filter(|id| is_silent(**id)).map(|id| takes(*id)).min()
    }

    /// Every gauge is called at once and once for each of its places, and nobody gives up on it before
    /// another is known to be silent.
    fn each_is_read(&self, spans: &[Span], from: Duration) -> Result<(), String> {
        let mut left: Vec<&Span> = spans.iter().collect();
        for id in &self.ids {
            let name = format!("gauge {id}");
            let Some(at) = left.iter().position(|span| span.name == name) else {
                let places = self.ids.iter().filter(|it| *it == id).count();
                let read = spans.iter().filter(|span| span.name == name).count();
                return Err(format!("{name} was read {read} ×; the promise is {places} ×."));
            };
            let span = left.swap_remove(at);
            let (began, over) = (time(span.start), time(span.end));
            if !span.start.is_zero() {
                return Err(format!("{name} was called at {began}; the promise is at 0 s."));
            }
            let rightly = match span.fate {
                Fate::Completed => span.end == takes(*id),
                _ => span.end >= from,
            };
            if !rightly {
                return Err(format!("The reading of {name} was broken off at {over}."));
            }
        }
        match left.first() {
            Some(span) => Err(format!("{} was read more often than promised.", span.name)),
            None => Ok(()),
        }
    }

    /// What the error says is what a silent gauge says that was waited for.
    fn tells_of_a_silent_one(&self, seen: &Observation) -> Result<(), String> {
        let told = seen.value.as_deref().unwrap_or_default();
        let Some(error) = told.strip_prefix("Err: ") else {
            let silent = self.ids.iter().find(|id| is_silent(**id)).unwrap_or(&13);
            return Err(format!("It returned a report, though gauge {silent} does not answer."));
        };
        for span in &seen.spans {
            let id = span.name.strip_prefix("gauge ").and_then(|id| id.parse().ok());
            let silent = span.fate == Fate::Completed && id.is_some_and(is_silent);
            if silent && error.contains(&format!("{} does not answer", span.name)) {
                return Ok(());
            }
        }
        Err(format!(
            "Its error reads \"{error}\"; the promise is that it says what the own error of a silent \
             gauge says, such as \"gauge 13 does not answer\"."
        ))
    }
}

impl Scenario for List {
    fn input(&self) -> String {
        let before = if self.refused_before { ", after a call within a runtime" } else { "" };
        format!("run_report({}){before}", shown(&self.ids))
    }

    fn call(&self) -> Call {
        let List { ids, refused_before, .. } = self.clone();
        Call::plain(move || {
            if refused_before {
                within_a_runtime(&ids);
            }
            told(super::run_report(&ids))
        })
    }

    fn owns(&self, span: &str) -> bool {
        let id = span.strip_prefix("gauge ").and_then(|id| id.parse::<u32>().ok());
        id.is_some_and(|id| id % 3 == self.tag)
    }

    fn says(&self, line: &str) -> bool {
        line.split_once(':').is_some_and(|(gauge, _)| self.owns(gauge))
    }

    fn expected(&self) -> Option<Expected> {
        if self.first_silence().is_some() {
            return None;
        }
        let mut expected = Expected::new();
        let mut longest = Duration::ZERO;
        for id in &self.ids {
            expected.completes(format!("gauge {id}"), Duration::ZERO, takes(*id));
            longest = longest.max(takes(*id));
        }
        let report = report_of(&self.ids);
        expected.returns_what(longest, move |told| is_report(told, &report));
        Some(expected)
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        if refused(seen) && !self.ids.is_empty() {
            let told = seen.value.as_deref().unwrap_or_default();
            return Err(format!("It read no gauge and returned \"{told}\"."));
        }
        // Without a silent one, nobody gives up on any.
        let from = self.first_silence().unwrap_or(Duration::MAX);
        self.each_is_read(&seen.spans, from)?;
        match self.expected() {
            Some(expected) => expected.compare(seen),
            None => self.tells_of_a_silent_one(seen),
        }
    }

    fn usually_means(&self, seen: &Observation) -> Option<(&'static str, String)> {
        let begun = seen.spans.iter().filter(|span| span.start.is_zero()).count();
        if refused(seen) {
            return Some(("refused", REFUSED.to_owned()));
        }
        let limited = begun > 1 && begun < self.ids.len() && seen.spans.len() == self.ids.len();
        limited.then(|| ("limited", LIMITED.to_owned()))
    }
}

const REFUSED: &str =
    "It gave that error before any gauge had been called. No list is an error by itself.";

const LIMITED: &str = "Some gauges were called only later: something limits how many are under way, or \
    they come in batches. All are to be called at once, however many there are.";

/// Whether it gave up before it had read anything.
fn refused(seen: &Observation) -> bool {
    seen.spans.is_empty() && seen.value.as_ref().is_some_and(|told| told.starts_with("Err: "))
}

fn is_report(told: &str, report: &str) -> Result<(), String> {
    if told == report {
        return Ok(());
    }
    if let Some(error) = told.strip_prefix("Err: ") {
        return Err(format!("It failed: \"{error}\"; the promise is a report."));
    }
    let (mut lines, mut promised) = (told.lines(), report.lines());
    loop {
        let (line, promised) = (lines.next(), promised.next());
        if line != promised {
            let said =
                |line: Option<&str>| line.map_or("its end".to_owned(), |it| format!("\"{it}\""));
            let (line, promised) = (said(line), said(promised));
            return Err(format!("In the report stands {line}; the promise is {promised}."));
        }
    }
}

/// The same list, asked for within a runtime.
struct Within(List);

impl Scenario for Within {
    fn input(&self) -> String {
        format!("run_report({}) within a runtime", shown(&self.0.ids))
    }

    fn call(&self) -> Call {
        let ids = self.0.ids.clone();
        Call::new(move || async move { told(super::run_report(&ids)) })
    }

    fn expected(&self) -> Option<Expected> {
        let mut expected = Expected::new();
        expected.says_no_more();
        expected.returns_what(Duration::ZERO, |told| {
            let returned = match told.strip_prefix("Err: ") {
                Some(error) if error.to_lowercase().contains("runtime") => return Ok(()),
                Some(error) => format!("the error \"{error}\""),
                None => "a report".to_owned(),
            };
            Err(format!(
                "It returned {returned}; the promise is an error with the word \"runtime\"."
            ))
        });
        Some(expected)
    }

    fn usually_means(&self, _seen: &Observation) -> Option<(&'static str, String)> {
        Some(("not-refused", NOT_REFUSED.to_owned()))
    }
}

const NOT_REFUSED: &str = "Whoever calls it from async code is told so by an error, whatever the list is, \
    before anything else is done.";

fn within_a_runtime(ids: &[u32]) {
    let runtime = Builder::new_current_thread().build().expect("the system has a runtime to give");
    let outcome = runtime.block_on(async { super::run_report(ids) });
    assert!(outcome.is_err(), "within a runtime, it returned a report");
}

fn told(outcome: anyhow::Result<Report>) -> String {
    match outcome {
        Ok(report) => report.to_string(),
        Err(error) => format!("Err: {error:#}"),
    }
}

/// The report as it prints: only a gauge makes a reading, so these are all there can be.
fn report_of(ids: &[u32]) -> String {
    let mut lines = Vec::new();
    for id in ids {
        lines.push(format!("gauge {id:>3}: {} cm", 180 + id % 91 * 37 % 91));
    }
    lines.join("\n")
}

fn shown(ids: &[u32]) -> String {
    let first: Vec<String> = ids.iter().take(5).map(u32::to_string).collect();
    let more = ids.len() - first.len();
    let and = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("&[{}{and}]", first.join(", "))
}
