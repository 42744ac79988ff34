//! How a report travels from the judge, inside the test's process, to whoever runs that process.
//!
//! A test's name, exit code and printed text prove nothing: learner code shares the process and
//! can print and exit as it likes. So the runner makes up a **nonce**, hands it to the test on
//! standard input, and believes only a report that carries it. The judge takes the nonce, and
//! everything else that stands on standard input, before any learner code runs.
//!
//! On the wire a report is one line on standard output: the nonce, a space, and JSON.

use crate::json::{Json, Look, array, object, optional, parse};
use crate::report::{End, Fate, Finding, Panic, Report, Said, Span, Timeline};
use std::time::Duration;

/// The environment variable that asks the judge for evidence. Its value names where the nonce is
/// to be read from; [`STDIN`] is the only place there is.
pub const VARIABLE: &str = "JUDGE_NONCE_FROM";

/// The only value of [`VARIABLE`].
pub const STDIN: &str = "stdin";

/// The version of the JSON below; a reader refuses any other.
const VERSION: usize = 1;

/// The line, with an end of line before and after it: learner code may have left the one before
/// it unfinished.
pub fn write(nonce: &str, report: &Report) -> String {
    // Only a number that JSON has no word for (infinity) cannot be written, and there is none.
    let json = to_json(report).stringify().unwrap_or_default();
    format!("\n{nonce} {json}\n")
}

/// The report in `line`, when it is one under `nonce`.
pub fn read(nonce: &str, line: &[u8]) -> Option<Report> {
    let json = line.strip_prefix(nonce.as_bytes())?.strip_prefix(b" ")?;
    from_json(&parse(json)?)
}

/// A report as JSON. Times are whole microseconds.
pub fn to_json(report: &Report) -> Json {
    let number = |n: usize| Json::Number(n as f64);
    let time = |time: Duration| Json::Number(time.as_micros() as f64);
    let text = |text: &str| Json::String(text.to_owned());
    let finding = report.finding.as_ref().map(|finding| {
        object([
            ("happened", text(&finding.happened)),
            ("meaning", text(&finding.meaning)),
            ("misconception", optional(finding.misconception.as_deref())),
        ])
    });
    let spans = report.timeline.spans.iter().map(|span| {
        object([
            ("name", text(&span.name)),
            ("start", time(span.start)),
            ("end", time(span.end)),
            ("fate", text(fate_key(span.fate))),
        ])
    });
    let said = report.timeline.said.iter();
    let said = said.map(|said| object([("at", time(said.at)), ("line", text(&said.line))]));
    let panics = report.panics.iter().map(|panic| {
        object([("message", text(&panic.message)), ("place", optional(panic.place.as_deref()))])
    });
    object([
        ("version", number(VERSION)),
        ("end", text(report.end.key())),
        ("finding", finding.unwrap_or(Json::Null)),
        (
            "timeline",
            object([
                ("spans", array(spans)),
                ("said", array(said)),
                ("end", time(report.timeline.end)),
                ("dropped", number(report.timeline.dropped)),
            ]),
        ),
        ("panics", array(panics)),
    ])
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
        Some(Span {
            name: text(span.at("name"))?,
            start: time(span.at("start"))?,
            end: time(span.at("end"))?,
            fate: FATES.into_iter().find(|f| Some(fate_key(*f)) == span.at("fate").text())?,
        })
    };
    let said = |said: &Json| Some(Said { at: time(said.at("at"))?, line: text(said.at("line"))? });
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
    })
}

const FATES: [Fate; 3] = [Fate::Completed, Fate::Cancelled, Fate::Running];

fn fate_key(fate: Fate) -> &'static str {
    match fate {
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
                }],
                said: vec![Said { at: Duration::ZERO, line: String::new() }],
                end: Duration::from_secs(3600),
                dropped: 7,
            },
            panics: vec![Panic { message: "todo".to_owned(), place: None }],
        }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        let line = write("nonce", &report());
        assert_eq!(line.matches('\n').count(), 2, "one line: {line}");
        assert_eq!(read("nonce", line.trim().as_bytes()), Some(report()));
    }

    #[test]
    fn only_the_right_nonce_and_a_whole_report_count() {
        let line = write("nonce", &report());
        let line = line.trim().as_bytes();
        assert_eq!(read("nonc", line), None);
        assert_eq!(read("other", line), None);
        assert_eq!(read("nonce", &line[..line.len() - 1]), None);
        assert_eq!(read("nonce", b"nonce {\"version\":1}"), None);
        assert_eq!(read("nonce", b"nonce {\"version\":2}"), None);
        assert_eq!(read("nonce", b"nonce \xff"), None);
    }
}
