//! How a report travels from the judge, inside the test's process, to whoever runs that process.
//!
//! A test's name, exit code and printed text prove nothing: learner code shares the process and
//! can print and exit as it likes. So the runner makes up a **nonce**, hands it to the test on
//! standard input, and believes only a report that carries it. The judge takes the nonce, and
//! everything else that stands on standard input, before any learner code runs.
//!
//! On the wire a report is one line on standard output: the nonce, a space, and JSON.

use crate::report::{End, Fate, Finding, Panic, Report, Said, Span, Timeline};
use serde_json::{Value, json};
use std::time::Duration;

/// The environment variable that asks the judge for evidence. Its value names where the nonce is
/// to be read from; [`STDIN`] is the only place there is.
pub const VARIABLE: &str = "JUDGE_NONCE_FROM";

/// The only value of [`VARIABLE`].
pub const STDIN: &str = "stdin";

/// The version of the JSON below; a reader refuses any other.
const VERSION: u64 = 1;

/// The line, with an end of line before and after it: learner code may have left the one before
/// it unfinished.
pub fn write(nonce: &str, report: &Report) -> String {
    format!("\n{nonce} {}\n", to_json(report))
}

/// The report in `line`, when it is one under `nonce`.
pub fn read(nonce: &str, line: &[u8]) -> Option<Report> {
    let json = line.strip_prefix(nonce.as_bytes())?.strip_prefix(b" ")?;
    from_json(&serde_json::from_slice(json).ok()?)
}

/// A report as JSON. Times are whole microseconds.
pub fn to_json(report: &Report) -> Value {
    let time = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    let finding = report.finding.as_ref().map(|finding| {
        json!({
            "happened": finding.happened,
            "meaning": finding.meaning,
            "misconception": finding.misconception,
        })
    });
    let spans = report.timeline.spans.iter().map(|span| {
        json!({
            "name": span.name,
            "start": time(span.start),
            "end": time(span.end),
            "fate": fate_key(span.fate),
        })
    });
    let said = report.timeline.said.iter();
    let said = said.map(|said| json!({ "at": time(said.at), "line": said.line }));
    let panics = report.panics.iter();
    let panics = panics.map(|panic| json!({ "message": panic.message, "place": panic.place }));
    json!({
        "version": VERSION,
        "end": report.end.key(),
        "finding": finding,
        "timeline": {
            "spans": spans.collect::<Vec<_>>(),
            "said": said.collect::<Vec<_>>(),
            "end": time(report.timeline.end),
            "dropped": report.timeline.dropped,
        },
        "panics": panics.collect::<Vec<_>>(),
    })
}

/// The report in `json`; `None` when any part is missing or of another version.
pub fn from_json(json: &Value) -> Option<Report> {
    if json.get("version")?.as_u64()? != VERSION {
        return None;
    }
    let timeline = json.get("timeline")?;
    Some(Report {
        end: End::ALL.into_iter().find(|end| Some(end.key()) == json["end"].as_str())?,
        finding: match json.get("finding")? {
            Value::Null => None,
            finding => Some(Finding {
                happened: string(finding, "happened")?,
                meaning: string(finding, "meaning")?,
                misconception: finding.get("misconception")?.as_str().map(str::to_owned),
            }),
        },
        timeline: Timeline {
            spans: each(timeline, "spans", |span| {
                Some(Span {
                    name: string(span, "name")?,
                    start: time(span, "start")?,
                    end: time(span, "end")?,
                    fate: FATES
                        .into_iter()
                        .find(|f| Some(fate_key(*f)) == span["fate"].as_str())?,
                })
            })?,
            said: each(timeline, "said", |said| {
                Some(Said { at: time(said, "at")?, line: string(said, "line")? })
            })?,
            end: time(timeline, "end")?,
            dropped: usize::try_from(timeline.get("dropped")?.as_u64()?).ok()?,
        },
        panics: each(json, "panics", |panic| {
            Some(Panic {
                message: string(panic, "message")?,
                place: panic.get("place")?.as_str().map(str::to_owned),
            })
        })?,
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

fn string(json: &Value, key: &str) -> Option<String> {
    json.get(key)?.as_str().map(str::to_owned)
}

fn time(json: &Value, key: &str) -> Option<Duration> {
    json.get(key)?.as_u64().map(Duration::from_micros)
}

fn each<T>(json: &Value, key: &str, one: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    json.get(key)?.as_array()?.iter().map(one).collect()
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
