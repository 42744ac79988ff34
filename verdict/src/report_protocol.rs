//! How a report travels from the judge, inside the test's process, to whoever runs that process.
//!
//! A test's name, exit code and printed text prove nothing: learner code shares the process and
//! can print and exit as it likes. So the runner makes up a **nonce**, hands it to the test on
//! standard input, and believes only a report that carries it. The judge takes the nonce, and
//! everything else that stands on standard input, before any learner code runs.
//!
//! On the wire a report is JSON on standard output, cut into lines that each begin with the nonce and
//! say which part they are. Other threads of an answer may be printing without end meanwhile, and
//! what is written to a pipe in one call stays in one piece only up to 4,096 bytes (`PIPE_BUF`, see
//! pipe(7)).

use crate::json::{Json, Look, array, number, object, optional, parse, text};
use crate::report::{End, Fate, Finding, Panic, Report, Said, Span, Timeline};
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
}

impl Request {
    /// The request as a text: the nonce and the seed, in a line each.
    pub fn write(&self) -> String {
        format!("{}\n{}\n", self.nonce, self.seed)
    }

    /// The request in `text`; `None` when that is none.
    pub fn read(text: &str) -> Option<Request> {
        let mut lines = text.lines().map(str::trim);
        let nonce = lines.next().filter(|nonce| !nonce.is_empty())?.to_owned();
        let seed = lines.next().map_or(Ok(SEED), str::parse).ok()?;
        Some(Request { nonce, seed })
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
    // Only a number that JSON has no word for (infinity) cannot be written, and there is none.
    let json = to_json(report).stringify().unwrap_or_default();
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
        let whole: Option<Vec<&[u8]>> = self.parts.iter().map(Option::as_deref).collect();
        from_json(&parse(&whole?.concat())?)
    }
}

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
    let time = |time: Duration| Json::Number(time.as_micros() as f64);
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
        object([("message", text(&panic.message)), ("place", optional(panic.place.as_deref()))])
    };
    array(panics.iter().map(panic))
}

/// The report in `json`; `None` when any part is missing or of another version.
pub fn from_json(json: &Json) -> Option<Report> {
    if json.at("version").whole()? != VERSION as u64 {
        return None;
    }
    let time = |json: &Json| json.whole().map(Duration::from_micros);
    let text = |json: &Json| json.text().map(str::to_owned);
    let timeline = json.at("timeline");
    let finding = match json.at("finding") {
        Json::Null => None,
        finding => Some(Finding {
            happened: text(finding.at("happened"))?,
            meaning: text(finding.at("meaning"))?,
            misconception: text(finding.at("misconception")),
        }),
    };
    let span = |span: &Json| {
        let (fate, panicked) = fate(span.at("fate").text()?)?;
        Some(Span {
            name: text(span.at("name"))?,
            start: time(span.at("start"))?,
            end: time(span.at("end"))?,
            fate,
            panicked,
            own: *span.at("own") == Json::Boolean(true),
        })
    };
    let said = |said: &Json| {
        let own = *said.at("own") == Json::Boolean(true);
        Some(Said { at: time(said.at("at"))?, line: text(said.at("line"))?, own })
    };
    let panic = |panic: &Json| {
        Some(Panic { message: text(panic.at("message"))?, place: text(panic.at("place")) })
    };
    Some(Report {
        end: End::ALL.into_iter().find(|end| Some(end.key()) == json.at("end").text())?,
        finding,
        timeline: Timeline {
            spans: timeline.at("spans").items().iter().map(span).collect::<Option<_>>()?,
            said: timeline.at("said").items().iter().map(said).collect::<Option<_>>()?,
            end: time(timeline.at("end"))?,
            dropped: usize::try_from(timeline.at("dropped").whole()?).ok()?,
        },
        panics: json.at("panics").items().iter().map(panic).collect::<Option<_>>()?,
        panic_expected: *json.at("panic_expected") == Json::Boolean(true),
        cases: usize::try_from(json.at("cases").whole()?).ok()?,
    })
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
            panics: vec![Panic { message: "todo".to_owned(), place: None }],
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
        let request = Request { nonce: "0f".to_owned(), seed: u64::MAX };
        assert_eq!(Request::read(&request.write()), Some(request));
        assert_eq!(Request::read("0f\n"), Some(Request { nonce: "0f".to_owned(), seed: SEED }));
        assert_eq!(Request::read("0f\n1"), Some(Request { nonce: "0f".to_owned(), seed: 1 }));
        assert_eq!(
            [Request::read(""), Request::read("\n1"), Request::read("0f\nx")],
            [const { None }; 3]
        );
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
