//! How a report travels from the judge, inside the test's process, to whoever runs that process.
//!
//! A test's name, exit code and printed text prove nothing: learner code shares the process and
//! can print and exit as it likes. So the runner makes up a **nonce**, hands it to the test on
//! standard input, and believes only a report that carries it. The judge takes the nonce, and
//! everything else that stands on standard input, before any learner code runs.
//!
//! A grader trusts the process that an answer runs in even less. There, a promise for any input is kept by
//! two processes, which have different [parts](Part): one records what it sees of the answer, and the other,
//! in which no code of the answer runs, asks for one run after another and compares.
//!
//! On the wire a report is JSON on standard output, cut into lines that each begin with the nonce and
//! say which part they are. Other threads of an answer may be printing without end meanwhile, and
//! what is written to a pipe in one call stays in one piece only up to 4,096 bytes (`PIPE_BUF`, see
//! pipe(7)).

use crate::json::{Json, JsonExt, array, number, object, optional, parse, text};
use crate::report::{End, Fate, Finding, Panic, Report, Said, Span, Timeline};
use std::io::BufRead;
use std::time::Duration;

/// The environment variable that asks the judge for evidence. Its value names where the nonce is
/// to be read from; [`STDIN`] is the only place there is.
pub const VARIABLE: &str = "JUDGE_NONCE_FROM";

/// The only value of [`VARIABLE`].
pub const STDIN: &str = "stdin";

/// What inputs are drawn from where nobody asks for another seed.
pub const SEED: u64 = 2_026;

/// What a runner asks of a test, on its standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// What the report shall carry.
    pub nonce: String,
    /// What the inputs of promises about any input are drawn from.
    pub seed: u64,
    /// What the process does for a promise about any input.
    pub part: Part,
}

/// What a process does for a promise about any input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// It runs the answer and gives the verdict.
    #[default]
    All,
    /// It runs the answer as often as it is asked to, and sends what it saw of each run.
    Record,
    /// It asks for runs, gets what was seen of each on standard input, and gives the verdict.
    Compare,
}

impl Part {
    const ALL: [(Part, &str); 3] =
        [(Part::All, "all"), (Part::Record, "record"), (Part::Compare, "compare")];

    fn key(self) -> &'static str {
        Part::ALL.into_iter().find(|(part, _)| *part == self).map_or("", |(_, key)| key)
    }
}

impl Request {
    /// How many lines a request has.
    const LINES: usize = 3;

    /// The request as a text: the nonce, the seed and the part, in a line each.
    pub fn write(&self) -> String {
        format!("{}\n{}\n{}\n", self.nonce, self.seed, self.part.key())
    }

    /// The request that `from` begins with; `None` when that is none. What comes after it is left there.
    pub fn read(from: &mut impl BufRead) -> Option<Request> {
        let mut text = String::new();
        for _ in 0..Request::LINES {
            from.read_line(&mut text).ok()?;
        }
        let mut lines = text.lines().map(str::trim);
        let nonce = lines.next().filter(|nonce| !nonce.is_empty())?.to_owned();
        let seed = lines.next().map_or(Ok(SEED), str::parse).ok()?;
        let key = lines.next().unwrap_or(Part::All.key());
        let part = Part::ALL.into_iter().find(|(_, known)| *known == key)?.0;
        Some(Request { nonce, seed, part })
    }
}

/// What a line on standard error begins with that tells of a panic. It proves nothing; it explains a
/// process that ended without a report.
pub const PANIC: &str = "panic: ";

/// The version of the JSON below; a reader refuses any other.
const VERSION: usize = 1;

/// The longest part of the JSON in one line, in bytes: with the nonce and the numbers around it, it
/// is to stay below `PIPE_BUF`.
const PART: usize = 3_800;

/// The lines of a report, each to be written in one call. Each begins with an end of line too:
/// learner code may have left the one before it unfinished.
pub fn write(nonce: &str, report: &Report) -> Vec<String> {
    write_json(nonce, &to_json(report))
}

/// The lines of any JSON, as those of a report.
pub fn write_json(nonce: &str, json: &Json) -> Vec<String> {
    // Only a number that JSON has no word for (infinity) cannot be written, and there is none.
    let json = json.stringify().unwrap_or_default();
    let mut parts = Vec::new();
    let mut rest = json.as_str();
    while !rest.is_empty() {
        let (part, left) = rest.split_at(rest.floor_char_boundary(PART));
        parts.push(part);
        rest = left;
    }
    let of = parts.len();
    let lines = parts.iter().enumerate();
    lines.map(|(index, part)| format!("\n{nonce} {index}/{of} {part}\n")).collect()
}

/// Puts a report together from its lines.
#[derive(Default)]
pub struct Reader {
    parts: Vec<Option<Vec<u8>>>,
}

impl Reader {
    /// The most parts that a report can have: what a recorder keeps at the most is far below it.
    const MOST: usize = 4_096;

    /// Takes a line, without its end; says whether it was part of the evidence under `nonce`.
    pub fn take(&mut self, nonce: &str, line: &[u8]) -> bool {
        let Some((index, of, part)) = parts_of(nonce, line) else { return false };
        if self.parts.is_empty() && of <= Reader::MOST {
            self.parts = vec![None; of];
        }
        match self.parts.get_mut(index) {
            Some(place) => *place = Some(part.to_vec()),
            None => return false,
        }
        true
    }

    /// The report, when all of it has come.
    pub fn report(&self) -> Option<Report> {
        from_json(&self.json()?)
    }

    /// Whether all of it has come.
    pub fn is_whole(&self) -> bool {
        !self.parts.is_empty() && self.parts.iter().all(Option::is_some)
    }

    /// The JSON, when all of it has come.
    pub fn json(&self) -> Option<Json> {
        let whole: Option<Vec<&[u8]>> = self.parts.iter().map(Option::as_deref).collect();
        parse(&whole?.concat())
    }
}

/// The line that asks whoever records for a run, and begins with an end of line too.
pub fn ask(nonce: &str, run: &str) -> String {
    format!("\n{nonce} {ASKS}{run}\n")
}

/// The run that a line asks for, without its end; `None` of any other line.
pub fn asked<'a>(nonce: &str, line: &'a [u8]) -> Option<&'a str> {
    let rest = line.strip_prefix(nonce.as_bytes())?.strip_prefix(b" ")?;
    str::from_utf8(rest.strip_prefix(ASKS.as_bytes())?).ok()
}

const ASKS: &str = "run ";

/// `NONCE 2/7 …`: which part, of how many, and the part.
fn parts_of<'a>(nonce: &str, line: &'a [u8]) -> Option<(usize, usize, &'a [u8])> {
    let rest = line.strip_prefix(nonce.as_bytes())?.strip_prefix(b" ")?;
    let space = rest.iter().position(|byte| *byte == b' ')?;
    let (index, of) = str::from_utf8(&rest[..space]).ok()?.split_once('/')?;
    Some((index.parse().ok()?, of.parse().ok()?, &rest[space + 1..]))
}

/// A report as JSON.
pub fn to_json(report: &Report) -> Json {
    object([
        ("version", number(VERSION)),
        ("end", text(report.end.key())),
        ("finding", finding(report.finding.as_ref())),
        ("timeline", timeline(&report.timeline)),
        ("panics", panics(&report.panics)),
        ("panic_expected", Json::Boolean(report.panic_expected)),
        ("cases", number(report.cases)),
    ])
}

/// Why a promise is broken, as JSON; null of one that was kept.
pub fn finding(finding: Option<&Finding>) -> Json {
    finding.map_or(Json::Null, |finding| {
        object([
            ("happened", text(&finding.happened)),
            ("meaning", text(&finding.meaning)),
            ("misconception", optional(finding.misconception.as_deref())),
        ])
    })
}

/// What happened when, as JSON. Times are whole microseconds.
pub fn timeline(timeline: &Timeline) -> Json {
    let spans = timeline.spans.iter().map(|span| {
        object([
            ("name", text(&span.name)),
            ("start", time(span.start)),
            ("end", time(span.end)),
            ("fate", text(fate_key(span.fate, span.panicked))),
            ("own", Json::Boolean(span.own)),
        ])
    });
    let said = timeline.said.iter().map(|said| {
        object([
            ("at", time(said.at)),
            ("line", text(&said.line)),
            ("own", Json::Boolean(said.own)),
        ])
    });
    object([
        ("spans", array(spans)),
        ("said", array(said)),
        ("end", time(timeline.end)),
        ("dropped", number(timeline.dropped)),
    ])
}

/// Panics as JSON, in order.
pub fn panics(panics: &[Panic]) -> Json {
    let panic = |panic: &Panic| {
        object([("message", text(&panic.message)), ("place", optional(panic.location.as_deref()))])
    };
    array(panics.iter().map(panic))
}

/// The report in `json`; `None` when any part is missing or of another version.
pub fn from_json(json: &Json) -> Option<Report> {
    if json.at("version").whole()? != VERSION as u64 {
        return None;
    }
    let finding = match json.at("finding") {
        Json::Null => None,
        finding => Some(Finding {
            happened: text_from(finding.at("happened"))?,
            meaning: text_from(finding.at("meaning"))?,
            misconception: text_from(finding.at("misconception")),
        }),
    };
    Some(Report {
        end: end_from(json.at("end"))?,
        finding,
        timeline: timeline_from(json.at("timeline"))?,
        panics: panics_from(json.at("panics"))?,
        panic_expected: *json.at("panic_expected") == Json::Boolean(true),
        cases: usize::try_from(json.at("cases").whole()?).ok()?,
    })
}

/// How a run ended, from its key.
pub fn end_from(json: &Json) -> Option<End> {
    End::ALL.into_iter().find(|end| Some(end.key()) == json.text())
}

/// A timeline; `None` when it is one that no recorder gives: with something that ends before it begins, or
/// out of order.
pub fn timeline_from(json: &Json) -> Option<Timeline> {
    let span = |span: &Json| {
        let (fate, panicked) = fate(span.at("fate").text()?)?;
        Some(Span {
            name: text_from(span.at("name"))?,
            start: time_from(span.at("start"))?,
            end: time_from(span.at("end"))?,
            fate,
            panicked,
            own: *span.at("own") == Json::Boolean(true),
        })
    };
    let said = |said: &Json| {
        let own = *said.at("own") == Json::Boolean(true);
        Some(Said { at: time_from(said.at("at"))?, line: text_from(said.at("line"))?, own })
    };
    let timeline = Timeline {
        spans: json.at("spans").items().iter().map(span).collect::<Option<_>>()?,
        said: json.at("said").items().iter().map(said).collect::<Option<_>>()?,
        end: time_from(json.at("end"))?,
        dropped: usize::try_from(json.at("dropped").whole()?).ok()?,
    };
    let sound = timeline.spans.iter().all(|it| it.start <= it.end);
    (sound && timeline.spans.is_sorted_by_key(|it| it.start)).then_some(timeline)
}

/// Panics, in order.
pub fn panics_from(json: &Json) -> Option<Vec<Panic>> {
    let panic = |panic: &Json| {
        Some(Panic {
            message: text_from(panic.at("message"))?,
            location: text_from(panic.at("place")),
        })
    };
    json.items().iter().map(panic).collect()
}

/// A time, written in whole microseconds.
pub fn time_from(json: &Json) -> Option<Duration> {
    json.whole().map(Duration::from_micros)
}

/// A time, in whole microseconds.
pub fn time(time: Duration) -> Json {
    Json::Number(time.as_micros() as f64)
}

fn text_from(json: &Json) -> Option<String> {
    json.text().map(str::to_owned)
}

/// What became of a span, and whether it panicked.
fn fate(key: &str) -> Option<(Fate, bool)> {
    let fates = [Fate::Completed, Fate::Cancelled, Fate::Running];
    let all = fates.into_iter().flat_map(|fate| [(fate, false), (fate, true)]);
    all.into_iter().find(|(fate, panicked)| fate_key(*fate, *panicked) == key)
}

fn fate_key(fate: Fate, panicked: bool) -> &'static str {
    match fate {
        Fate::Cancelled if panicked => "panicked",
        Fate::Completed => "completed",
        Fate::Cancelled => "cancelled",
        Fate::Running => "running",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        Report {
            end: End::Hung,
            finding: Some(Finding {
                happened: "It \"never\"\nended \u{1b}[2J".to_owned(),
                meaning: "東京".to_owned(),
                misconception: Some("hung".to_owned()),
            }),
            timeline: Timeline {
                spans: vec![Span {
                    name: "task 1".to_owned(),
                    start: Duration::from_millis(1),
                    end: Duration::from_secs(3600),
                    fate: Fate::Cancelled,
                    panicked: true,
                    own: true,
                }],
                said: vec![Said { at: Duration::ZERO, line: String::new(), own: false }],
                end: Duration::from_secs(3600),
                dropped: 7,
            },
            panics: vec![Panic { message: "todo".to_owned(), location: None }],
            panic_expected: true,
            cases: 3,
        }
    }

    fn read(nonce: &str, lines: &[String]) -> Option<Report> {
        let mut reader = Reader::default();
        for line in lines.iter().flat_map(|line| line.split('\n')) {
            reader.take(nonce, line.as_bytes());
        }
        reader.report()
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        assert_eq!(read("nonce", &write("nonce", &report())), Some(report()));
    }

    #[test]
    fn a_request_is_a_nonce_and_perhaps_a_seed() {
        let request = |seed, part| Request { nonce: "0f".to_owned(), seed, part };
        let read = |text: &str| Request::read(&mut text.as_bytes());
        for (part, _) in Part::ALL {
            assert_eq!(read(&request(u64::MAX, part).write()), Some(request(u64::MAX, part)));
        }
        assert_eq!(read("0f\n"), Some(request(SEED, Part::All)));
        assert_eq!(read("0f\n1"), Some(request(1, Part::All)));
        for none in ["", "\n1", "0f\nx", "0f\n1\nboth"] {
            assert_eq!(read(none), None, "{none}");
        }
        let mut all = "0f\n1\nrecord\nalone 0 0\n".as_bytes();
        assert_eq!(Request::read(&mut all), Some(request(1, Part::Record)));
        assert_eq!(all, b"alone 0 0\n");
    }

    #[test]
    fn what_is_asked_for_is_what_is_read() {
        let line = ask("0f", "alone 3 0");
        assert_eq!(asked("0f", line.trim().as_bytes()), Some("alone 3 0"));
        for other in ["0f 0/1 {}", "0e run x", "run x", "0f run \u{fffd}"] {
            let bytes = other.replace('\u{fffd}', "").into_bytes();
            assert!(asked("0f", &bytes).is_none_or(str::is_empty), "{other}");
        }
    }

    #[test]
    fn no_timeline_is_taken_that_no_recorder_gives() {
        let is_taken = |times: [[u64; 2]; 2]| {
            let mut all = report().timeline;
            let first = all.spans.remove(0);
            all.spans.extend(times.map(|times| {
                let [start, end] = times.map(Duration::from_micros);
                Span { start, end, ..first.clone() }
            }));
            timeline_from(&timeline(&all)).is_some()
        };
        assert!(is_taken([[1, 2], [1, 1]]));
        assert!(!is_taken([[2, 1], [2, 2]]) && !is_taken([[2, 2], [1, 2]]));
    }

    #[test]
    fn a_long_report_comes_in_parts_that_a_pipe_keeps_whole() {
        let mut long = report();
        long.timeline.spans = vec![long.timeline.spans[0].clone(); 2_000];
        long.timeline.spans.iter_mut().for_each(|span| span.name = "東".repeat(130));
        let mut lines = write(&"f".repeat(32), &long);
        assert!(lines.len() > 100 && lines.iter().all(|line| line.len() <= 4_096));
        lines.reverse();
        assert_eq!(read(&"f".repeat(32), &lines), Some(long), "in whatever order they come");
    }

    #[test]
    fn only_the_right_nonce_and_a_whole_report_count() {
        let lines = write("nonce", &report());
        assert_eq!(read("nonc", &lines), None);
        assert_eq!(read("other", &lines), None);
        assert_eq!(read("nonce", &[]), None);
        let cut = |line: &str| line.trim_end().strip_suffix('}').unwrap().to_owned();
        assert_eq!(read("nonce", &[cut(&lines[0])]), None);
        for forged in [
            "nonce 0/1 {\"version\":1}",
            "nonce 0/1 {\"version\":2}",
            "nonce 5/2 x",
            "nonce 0/99999999999 x",
        ] {
            assert_eq!(read("nonce", &[forged.to_owned()]), None, "{forged}");
        }
    }
}
