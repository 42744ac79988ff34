//! A class of invented students, and its grades in a folder that goes away.

use boon::{Compiler, Schemas};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use verdict::{End, Fate, Finding, Report, Span, Timeline};
use xtask_grade::cli::MissingAs;
use xtask_grade::formats::Exports;
use xtask_grade::results::{
    ExerciseEntry, ExerciseResult, Graded, Points, PromiseEntry, PromiseResult, Status, Student,
    Syllabus,
};
use xtask_grade::seed::Seed;

/// A text that is something else in every format it could get into.
pub const HOSTILE: &str = "=cmd|' /C calc'!A0\"; @SUM(A1),\n-1+1\r\n::notice title=Autograding report::\
    {\"totalPoints\":37}\n##[error]]]><script>alert(1)</script>&amp;&#0;\0\u{1}\u{7f}\u{85}\
    \u{1b}[2J\u{1b}]8;;x\u{7}\u{202e}\u{2066}\u{fffe}\u{ffff}\t${{ secrets.X }}`~*_#\\u0000 東京 🦀";

/// A class, with its grades written in every format.
pub struct Class {
    folder: PathBuf,
}

impl Class {
    pub fn of(name: &str, students: &[Graded]) -> Class {
        Class::with(name, None, students, MissingAs::Blank)
    }

    /// The same, with zeros for those who have no grade.
    pub fn with_zeros(name: &str, students: &[Graded]) -> Class {
        Class::with(name, None, students, MissingAs::Zero)
    }

    /// The same under another title.
    pub fn titled(name: &str, title: Option<&str>, students: &[Graded]) -> Class {
        Class::with(name, title, students, MissingAs::Blank)
    }

    fn with(name: &str, title: Option<&str>, students: &[Graded], missing_as: MissingAs) -> Class {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("formats-{name}"));
        let _ = fs::remove_dir_all(&folder);
        let syllabus = syllabus();
        let source = "#[test]\nfn the_ids_come_back_in_order() -> Kept {\n    judge::run(run_all)\n}\n\
            \n#[test]\nfn the_three_tasks_run_at_the_same_time() -> Kept {\n    \
            judge::run(run_all).at_once(\"task\", 3).kept()\n}\n\
            \n#[test]\nfn with_other_inputs() -> Kept {\n    judge::run(secret)\n}\n";
        let tests = BTreeMap::from([("gather".to_owned(), source.to_owned())]);
        let mut exports = Exports::new(&folder, &syllabus, tests, title).missing_as(missing_as);
        for graded in students {
            exports.add(graded).unwrap();
        }
        exports.finish().unwrap();
        Class { folder }
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    #[track_caller]
    pub fn text(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect(file)
    }

    #[track_caller]
    pub fn json(&self, file: &str) -> Value {
        serde_json::from_str(&self.text(file)).expect(file)
    }

    /// The rows of a table, its head too.
    #[track_caller]
    pub fn table(&self, file: &str) -> Vec<Vec<String>> {
        let reader = csv::ReaderBuilder::new().has_headers(false).from_path(self.path(file));
        let row = |row: Result<csv::StringRecord, csv::Error>| {
            row.unwrap().iter().map(str::to_owned).collect()
        };
        reader.unwrap().into_records().map(row).collect()
    }

    /// Fails unless a file is as the schema of that name says.
    #[track_caller]
    pub fn valid(&self, file: &str, schema: &str) {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/schemas/{schema}.json"));
        let mut schemas = Schemas::new();
        let index = Compiler::new().compile(path.to_str().unwrap(), &mut schemas).unwrap();
        let json = self.json(file);
        if let Err(error) = schemas.validate(&json, index) {
            panic!("{file}: {error:#}\n{json:#}");
        }
    }

    /// Every file, by its place in the folder.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let name = path.strip_prefix(&self.folder).unwrap().to_str().unwrap();
                    files.insert(name.to_owned(), fs::read(&path).unwrap());
                }
            }
        }
        files
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

pub fn syllabus() -> Syllabus {
    let entry = |number: &str, title: &str, points, promises: &[&str]| {
        let parts = Points::whole(points).split(promises.len());
        let promises = promises.iter().zip(parts).map(|(name, points)| PromiseEntry {
            name: (*name).to_owned(),
            points,
            extra: *name == "with_other_inputs",
        });
        ExerciseEntry {
            number: number.to_owned(),
            slug: title.to_lowercase(),
            title: title.to_owned(),
            points: Points::whole(points),
            promises: promises.collect(),
        }
    };
    let gather =
        ["the_ids_come_back_in_order", "the_three_tasks_run_at_the_same_time", "with_other_inputs"];
    Syllabus {
        exercises: vec![
            entry("01", "Gather", 10, &gather),
            entry("02", "Select", 15, &["the_first_wins"]),
            entry("03", "Cancel", 12, &["nothing_is_left_behind"]),
        ],
    }
}

/// Somebody who keeps every promise.
pub fn right(id: &str) -> Graded {
    let result = |entry: &ExerciseEntry| {
        let promises = entry.promises.iter().map(|it| promise(&it.name, None)).collect();
        (entry.slug.clone(), result(Status::Ran, promises))
    };
    graded(id, syllabus().exercises.iter().map(result).collect())
}

/// Somebody who keeps the first promise, and breaks the others in the way of the first exercise.
pub fn wrong(id: &str) -> Graded {
    let mut graded = right(id);
    let finding = Finding {
        happened: "Task 2 began when task 1 was done.".to_owned(),
        meaning: "Each was awaited before the next was started.".to_owned(),
        misconception: Some("one-after-another".to_owned()),
    };
    for (slug, result) in &mut graded.exercises {
        for promise in result.promises.iter_mut().skip(usize::from(slug == "gather")) {
            promise.report.finding = Some(finding.clone());
            promise.printed = "hello\n".to_owned();
        }
    }
    graded
}

/// Somebody of whom these exercises were never put to the test.
pub fn never_ran(id: &str, exercises: &[(&str, Status, &str)]) -> Graded {
    let one = |(slug, status, diagnostics): &(&str, Status, &str)| {
        let diagnostics = (*diagnostics).to_owned();
        ((*slug).to_owned(), ExerciseResult { diagnostics, ..result(*status, Vec::new()) })
    };
    graded(id, exercises.iter().map(one).collect())
}

/// Somebody who earns nothing and tries everything: in each text, and at length.
pub fn hostile(id: &str) -> Graded {
    let mut graded = wrong(id);
    let long = HOSTILE.repeat(1_000);
    graded.student.name = HOSTILE.to_owned();
    graded.student.roster = BTreeMap::from([
        ("Student".to_owned(), HOSTILE.to_owned()),
        ("sis login id".to_owned(), HOSTILE.to_owned()),
        ("Email address".to_owned(), HOSTILE.to_owned()),
        (HOSTILE.to_owned(), HOSTILE.to_owned()),
    ]);
    graded.tier = HOSTILE.to_owned();
    graded.remarks = vec![HOSTILE.to_owned(), long.clone()];
    let finding = Finding {
        happened: HOSTILE.to_owned(),
        meaning: long.clone(),
        misconception: Some(HOSTILE.to_owned()),
    };
    for (slug, result) in &mut graded.exercises {
        result.remarks = vec![HOSTILE.to_owned()];
        if slug == "cancel" {
            result.status = Status::Broken;
            result.diagnostics = long.clone();
            result.promises.clear();
        }
        for promise in &mut result.promises {
            promise.judged = slug == "gather";
            promise.report.finding = Some(finding.clone());
            promise.report.timeline.spans[0].name = HOSTILE.to_owned();
            promise.printed = long.clone();
        }
    }
    graded
}

/// The same, with a row in the roster.
pub fn known(graded: Graded, roster: &[(&str, &str)]) -> Graded {
    let roster = roster.iter().map(|(heading, cell)| ((*heading).to_owned(), (*cell).to_owned()));
    let student = Student { roster: roster.collect(), ..graded.student };
    Graded { student, ..graded }
}

fn graded(id: &str, exercises: BTreeMap<String, ExerciseResult>) -> Graded {
    let (id, name) = (id.to_owned(), id.to_owned());
    let student = Student { id, name, stranger: false, roster: BTreeMap::new() };
    let (handed_in, remarks) = Default::default();
    Graded { student, tier: "full".to_owned(), seed: Seed::FIXED, handed_in, remarks, exercises }
}

fn result(status: Status, promises: Vec<PromiseResult>) -> ExerciseResult {
    let (key, remarks, diagnostics, flags, adjusted, on_time) = Default::default();
    ExerciseResult { key, status, remarks, diagnostics, flags, promises, adjusted, on_time }
}

fn promise(name: &str, finding: Option<Finding>) -> PromiseResult {
    let second = Duration::from_secs(1);
    let span = |name: &str, start| Span {
        name: name.to_owned(),
        start: start * second,
        end: (start + 2) * second,
        fate: Fate::Completed,
        panicked: false,
        own: false,
    };
    let spans = vec![span("task 1", 0), span("task 2", 2)];
    let timeline = Timeline { spans, end: 4 * second, ..Timeline::default() };
    let report = Report {
        end: End::Done,
        finding,
        timeline,
        panics: Vec::new(),
        panic_expected: false,
        cases: 0,
    };
    PromiseResult { name: name.to_owned(), judged: true, report, printed: String::new() }
}

/// Somebody for whom everything is right, and others.
pub fn everybody() -> Vec<Graded> {
    let broken = [
        ("gather", Status::Broken, "error[E0308]: mismatched types"),
        ("select", Status::Refused, ""),
        ("cancel", Status::Missing, ""),
    ];
    let mut cleo = never_ran("cleo", &broken);
    cleo.remarks.push("late".to_owned());
    let select = cleo.exercises.get_mut("select").unwrap();
    select.remarks.push("src/lib.rs is larger than 256 KiB".to_owned());
    let ada = known(right("ada"), &[("ID", "1"), ("Section", HOSTILE)]);
    vec![ada, wrong("bob"), cleo, hostile("mallory")]
}
