//! A student's result as JSON and back.

use super::{
    Adjusted, ExerciseEntry, ExerciseResult, Graded, HandedIn, Points, PromiseEntry, PromiseResult,
    Status, Student, Syllabus, VERSION,
};
use crate::seed::Seed;
use crate::source_flags::Flag;
use std::collections::BTreeMap;
use verdict::json::{Json, JsonExt, array, number, object, text};
use verdict::report_protocol;

impl Graded {
    /// With the points that `syllabus` gives for it, which are not read back: they follow.
    pub fn to_json(&self, syllabus: &Syllabus) -> Json {
        let exercises = syllabus.exercises.iter().filter_map(|entry| {
            let result = self.exercises.get(&entry.slug)?;
            Some((entry.slug.as_str(), exercise(result, entry)))
        });
        object([
            ("version", number(VERSION)),
            ("student", student(&self.student)),
            ("tier", text(&self.tier)),
            ("seed", self.seed.to_json()),
            ("handed_in", handed_in(self.handed_in)),
            (
                "earned",
                grade(
                    self.exercises.values().all(ExerciseResult::has_grade),
                    syllabus.earned(self),
                ),
            ),
            ("possible", syllabus.points().to_json()),
            ("remarks", texts(&self.remarks)),
            ("exercises", object(exercises)),
        ])
    }

    /// What `json` says that each exercise earned, by the syllabus that counted then.
    pub fn earned_in(json: &Json) -> BTreeMap<String, Points> {
        let of = |(slug, result): (&String, &Json)| {
            Some((slug.clone(), Points::from_json(result.at("earned"))?))
        };
        members(json.at("exercises")).into_iter().flatten().filter_map(of).collect()
    }

    /// The result in `json`; `None` when any part is missing or of another version.
    pub fn from_json(json: &Json) -> Option<Graded> {
        if json.at("version").whole()? != VERSION as u64 {
            return None;
        }
        let student = json.at("student");
        let roster = members(student.at("roster"))?
            .map(|(heading, value)| Some((heading.clone(), value.text()?.to_owned())));
        let exercises = members(json.at("exercises"))?
            .map(|(slug, result)| Some((slug.clone(), exercise_from(result)?)));
        Some(Graded {
            student: Student {
                id: student.at("id").text()?.to_owned(),
                name: student.at("name").text()?.to_owned(),
                stranger: matches!(student.at("stranger"), Json::Boolean(true)),
                roster: roster.collect::<Option<_>>()?,
            },
            tier: json.at("tier").text()?.to_owned(),
            // Before there were others, there was one.
            seed: match json.at("seed") {
                Json::Null => Seed::FIXED,
                seed => Seed::from_json(seed)?,
            },
            handed_in: handed_in_from(json.at("handed_in")),
            remarks: texts_from(json.at("remarks"))?,
            exercises: exercises.collect::<Option<BTreeMap<_, _>>>()?,
        })
    }
}

fn grade(is_known: bool, earned: Points) -> Json {
    if is_known { earned.to_json() } else { Json::Null }
}

fn student(student: &Student) -> Json {
    let roster = student.roster.iter().map(|(heading, value)| (heading.as_str(), text(value)));
    object([
        ("id", text(&student.id)),
        ("name", text(&student.name)),
        ("stranger", Json::Boolean(student.stranger)),
        ("roster", object(roster)),
    ])
}

fn exercise(result: &ExerciseResult, entry: &ExerciseEntry) -> Json {
    object([
        ("key", text(&result.key)),
        ("earned", grade(result.has_grade(), entry.earned(result))),
        ("possible", entry.points.to_json()),
        ("status", text(result.status.key())),
        ("remarks", texts(&result.remarks)),
        ("diagnostics", text(&result.diagnostics)),
        ("to_be_read", array(result.flags.iter().map(flag))),
        ("promises", array(result.promises.iter().map(promise))),
        ("adjusted", result.adjusted.as_ref().map_or(Json::Null, adjusted)),
        ("on_time", result.on_time.map_or(Json::Null, Points::to_json)),
    ])
}

fn adjusted(adjusted: &Adjusted) -> Json {
    object([("points", adjusted.points.to_json()), ("why", text(&adjusted.why))])
}

fn adjusted_from(json: &Json) -> Option<Adjusted> {
    let points = Points::from_json(json.at("points"))?;
    Some(Adjusted { points, why: json.at("why").text()?.to_owned() })
}

fn handed_in(handed_in: HandedIn) -> Json {
    let (key, minutes) = match handed_in {
        HandedIn::Unknown => ("unknown", None),
        HandedIn::OnTime => ("on-time", None),
        HandedIn::Late(minutes) => ("late", minutes),
    };
    object([("state", text(key)), ("late_minutes", minutes.map_or(Json::Null, number))])
}

/// Unknown where nothing was noted.
fn handed_in_from(json: &Json) -> HandedIn {
    match json.at("state").text() {
        Some("on-time") => HandedIn::OnTime,
        Some("late") => HandedIn::Late(json.at("late_minutes").whole()),
        _ => HandedIn::Unknown,
    }
}

fn exercise_from(json: &Json) -> Option<ExerciseResult> {
    let status = json.at("status").text()?;
    Some(ExerciseResult {
        key: json.at("key").text()?.to_owned(),
        status: Status::ALL.into_iter().find(|known| known.key() == status)?,
        remarks: texts_from(json.at("remarks"))?,
        diagnostics: json.at("diagnostics").text()?.to_owned(),
        flags: json.at("to_be_read").items().iter().map(flag_from).collect::<Option<_>>()?,
        promises: json.at("promises").items().iter().map(promise_from).collect::<Option<_>>()?,
        adjusted: adjusted_from(json.at("adjusted")),
        on_time: Points::from_json(json.at("on_time")),
    })
}

fn flag(flag: &Flag) -> Json {
    object([("line", number(flag.line)), ("text", text(&flag.text)), ("why", text(&flag.why))])
}

fn flag_from(json: &Json) -> Option<Flag> {
    Some(Flag {
        line: usize::try_from(json.at("line").whole()?).ok()?,
        text: json.at("text").text()?.to_owned(),
        why: json.at("why").text()?.to_owned(),
    })
}

fn promise(promise: &PromiseResult) -> Json {
    object([
        ("name", text(&promise.name)),
        ("kept", Json::Boolean(promise.kept())),
        ("judged", Json::Boolean(promise.judged)),
        ("report", report_protocol::to_json(&promise.report)),
        ("printed", text(&promise.printed)),
    ])
}

fn promise_from(json: &Json) -> Option<PromiseResult> {
    Some(PromiseResult {
        name: json.at("name").text()?.to_owned(),
        judged: matches!(json.at("judged"), Json::Boolean(true)),
        report: report_protocol::from_json(json.at("report"))?,
        printed: json.at("printed").text()?.to_owned(),
    })
}

impl Syllabus {
    pub fn to_json(&self) -> Json {
        array(self.exercises.iter().map(|entry| {
            let promise = |promise: &PromiseEntry| {
                object([
                    ("name", text(&promise.name)),
                    ("hundredths", number(promise.points.hundredths())),
                    ("extra", Json::Boolean(promise.extra)),
                ])
            };
            object([
                ("number", text(&entry.number)),
                ("slug", text(&entry.slug)),
                ("title", text(&entry.title)),
                ("hundredths", number(entry.points.hundredths())),
                ("promises", array(entry.promises.iter().map(promise))),
            ])
        }))
    }

    /// The syllabus in `json`; `None` when any part is missing.
    pub fn from_json(json: &Json) -> Option<Syllabus> {
        let text = |json: &Json| json.text().map(str::to_owned);
        let hundredths = |json: &Json| json.at("hundredths").whole().map(Points::of_hundredths);
        let promise = |json: &Json| {
            Some(PromiseEntry {
                name: text(json.at("name"))?,
                points: hundredths(json)?,
                extra: matches!(json.at("extra"), Json::Boolean(true)),
            })
        };
        let entry = |json: &Json| {
            Some(ExerciseEntry {
                number: text(json.at("number"))?,
                slug: text(json.at("slug"))?,
                title: text(json.at("title"))?,
                points: hundredths(json)?,
                promises: json.at("promises").items().iter().map(promise).collect::<Option<_>>()?,
            })
        };
        let Json::Array(exercises) = json else { return None };
        Some(Syllabus { exercises: exercises.iter().map(entry).collect::<Option<_>>()? })
    }
}

fn members(json: &Json) -> Option<impl Iterator<Item = (&String, &Json)>> {
    match json {
        Json::Object(members) => {
            let sorted: BTreeMap<_, _> = members.iter().collect();
            Some(sorted.into_iter())
        }
        _ => None,
    }
}

fn texts(all: &[String]) -> Json {
    array(all.iter().map(|one| text(one)))
}

fn texts_from(json: &Json) -> Option<Vec<String>> {
    json.items().iter().map(|one| one.text().map(str::to_owned)).collect()
}

impl Status {
    pub const ALL: [Status; 5] =
        [Status::Missing, Status::Unrecognised, Status::Refused, Status::Broken, Status::Ran];

    /// The name used in files that machines read.
    pub fn key(self) -> &'static str {
        match self {
            Status::Missing => "missing",
            Status::Unrecognised => "unrecognised",
            Status::Refused => "refused",
            Status::Broken => "does-not-compile",
            Status::Ran => "ran",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use verdict::{End, Finding, Report, Timeline};

    #[test]
    fn what_is_written_is_what_is_read() {
        let promise = PromiseResult {
            name: "the_three_tasks_run_at_the_same_time".to_owned(),
            judged: true,
            report: Report {
                end: End::Done,
                finding: Some(Finding {
                    happened: "It took 6 s \u{1b}[2J".to_owned(),
                    meaning: "<b>".to_owned(),
                    misconception: Some("one-after-another".to_owned()),
                }),
                timeline: Timeline::default(),
                panics: Vec::new(),
                panic_expected: false,
                cases: 0,
            },
            printed: "=cmd()".to_owned(),
        };
        let ran = ExerciseResult {
            key: "k".to_owned(),
            status: Status::Ran,
            remarks: vec!["read by hand".to_owned()],
            diagnostics: String::new(),
            flags: vec![Flag {
                line: 7,
                text: "use std::env;".to_owned(),
                why: "<why>".to_owned(),
            }],
            promises: vec![promise],
            adjusted: Some(Adjusted { points: Points::of_hundredths(725), why: "kind".to_owned() }),
            on_time: Some(Points::whole(3)),
        };
        let missing =
            ExerciseResult { status: Status::Missing, promises: Vec::new(), ..ran.clone() };
        let graded = Graded {
            student: Student {
                id: "ada".to_owned(),
                name: "Ada, \"Countess\"".to_owned(),
                stranger: true,
                roster: BTreeMap::from([("Email".to_owned(), "ada@example.org".to_owned())]),
            },
            tier: "full".to_owned(),
            seed: Seed::draw(),
            handed_in: HandedIn::Late(Some(65)),
            remarks: Vec::new(),
            exercises: BTreeMap::from([("gather".to_owned(), ran), ("select".to_owned(), missing)]),
        };
        let of = |slug: &str| ExerciseEntry {
            number: "01".to_owned(),
            slug: slug.to_owned(),
            title: slug.to_owned(),
            points: Points::whole(10),
            promises: vec![PromiseEntry {
                name: "the_three_tasks_run_at_the_same_time".to_owned(),
                points: Points::whole(10),
                extra: true,
            }],
        };
        let syllabus = Syllabus { exercises: vec![of("gather"), of("select")] };
        assert_eq!(Graded::from_json(&graded.to_json(&syllabus)), Some(graded));
        assert_eq!(Syllabus::from_json(&syllabus.to_json()), Some(syllabus));
    }
}
