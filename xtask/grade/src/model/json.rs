//! A student's result as JSON and back.

use super::{ExerciseResult, Graded, PromiseResult, Status, Student, VERSION};
use std::collections::BTreeMap;
use verdict::evidence;
use verdict::json::{Json, Look, array, number, object, text};

impl Graded {
    pub fn to_json(&self) -> Json {
        let exercises =
            self.exercises.iter().map(|(slug, result)| (slug.as_str(), exercise(result)));
        object([
            ("version", number(VERSION)),
            ("student", student(&self.student)),
            ("tier", text(&self.tier)),
            ("remarks", texts(&self.remarks)),
            ("exercises", object(exercises)),
        ])
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
                roster: roster.collect::<Option<_>>()?,
            },
            tier: json.at("tier").text()?.to_owned(),
            remarks: texts_from(json.at("remarks"))?,
            exercises: exercises.collect::<Option<BTreeMap<_, _>>>()?,
        })
    }
}

fn student(student: &Student) -> Json {
    let roster = student.roster.iter().map(|(heading, value)| (heading.as_str(), text(value)));
    object([("id", text(&student.id)), ("name", text(&student.name)), ("roster", object(roster))])
}

fn exercise(result: &ExerciseResult) -> Json {
    object([
        ("key", text(&result.key)),
        ("status", text(result.status.key())),
        ("remarks", texts(&result.remarks)),
        ("diagnostics", text(&result.diagnostics)),
        ("promises", array(result.promises.iter().map(promise))),
    ])
}

fn exercise_from(json: &Json) -> Option<ExerciseResult> {
    let status = json.at("status").text()?;
    Some(ExerciseResult {
        key: json.at("key").text()?.to_owned(),
        status: Status::ALL.into_iter().find(|known| known.key() == status)?,
        remarks: texts_from(json.at("remarks"))?,
        diagnostics: json.at("diagnostics").text()?.to_owned(),
        promises: json.at("promises").items().iter().map(promise_from).collect::<Option<_>>()?,
    })
}

fn promise(promise: &PromiseResult) -> Json {
    object([
        ("name", text(&promise.name)),
        ("kept", Json::Boolean(promise.kept())),
        ("judged", Json::Boolean(promise.judged)),
        ("report", evidence::to_json(&promise.report)),
        ("printed", text(&promise.printed)),
    ])
}

fn promise_from(json: &Json) -> Option<PromiseResult> {
    Some(PromiseResult {
        name: json.at("name").text()?.to_owned(),
        judged: matches!(json.at("judged"), Json::Boolean(true)),
        report: evidence::from_json(json.at("report"))?,
        printed: json.at("printed").text()?.to_owned(),
    })
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
    pub const ALL: [Status; 4] = [Status::Missing, Status::Refused, Status::Broken, Status::Ran];

    /// The name used in files that machines read.
    pub fn key(self) -> &'static str {
        match self {
            Status::Missing => "missing",
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
            },
            printed: "=cmd()".to_owned(),
        };
        let ran = ExerciseResult {
            key: "k".to_owned(),
            status: Status::Ran,
            remarks: vec!["read by hand".to_owned()],
            diagnostics: String::new(),
            promises: vec![promise],
        };
        let missing =
            ExerciseResult { status: Status::Missing, promises: Vec::new(), ..ran.clone() };
        let graded = Graded {
            student: Student {
                id: "ada".to_owned(),
                name: "Ada, \"Countess\"".to_owned(),
                roster: BTreeMap::from([("Email".to_owned(), "ada@example.org".to_owned())]),
            },
            tier: "full".to_owned(),
            remarks: Vec::new(),
            exercises: BTreeMap::from([("gather".to_owned(), ran), ("select".to_owned(), missing)]),
        };
        assert_eq!(Graded::from_json(&graded.to_json()), Some(graded));
    }
}
