//! The course's own answers, graded: right ones get full points, and wrong ones lose exactly the
//! promises that their first lines name, in the words that they name.
#![cfg(target_os = "linux")]

mod grader;

use grader::{folder, is_here, results, root, write};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use verdict::json;
use xtask::commands::verify::header;
use xtask::course::{Course, Exercise};
use xtask_grade::results::{ExerciseResult, Graded, Status};

#[test]
fn answers_to_some_exercises_get_what_they_deserve() {
    prove("some-answers", &["01", "06", "09", "13"]);
}

#[test]
#[ignore = "takes minutes; verify says the same of all of them, by another way"]
fn answers_to_all_exercises_get_what_they_deserve() {
    prove("all-answers", &[]);
}

fn prove(name: &str, exercises: &[&str]) {
    if !is_here() {
        return;
    }
    let base = folder(name);
    let course = Course::around(&root()).unwrap();
    let asked = |exercise: &&Exercise| {
        exercises.is_empty() || exercises.contains(&exercise.number.as_str())
    };
    let mut answers = BTreeMap::new();
    for exercise in course.exercises().iter().filter(asked) {
        for file in answers_to(exercise) {
            let kind = file.parent().unwrap().file_name().unwrap().to_str().unwrap();
            let file_name = file.file_stem().unwrap().to_str().unwrap();
            let student = format!("{}.{kind}.{file_name}", exercise.number);
            let path = base.join("class").join(&student).join(exercise.answer());
            write(&path, &fs::read_to_string(&file).unwrap());
            answers.insert(student, (exercise, file));
        }
    }
    let out = base.join("out");
    let ran = grader::command(&base.join("class"), exercises, &out).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));

    let results = results(&out);
    assert_eq!(results.len(), answers.len());
    let mut without_grade = Vec::new();
    let faults = answers.iter().filter_map(|(student, (exercise, file))| {
        let graded = Graded::from_json(&json::parse(&results[student]).unwrap()).unwrap();
        let result = &graded.exercises[&exercise.slug];
        if is_wrong(file) && result.status == Status::Refused && !result.flags.is_empty() {
            without_grade.push(student);
            return None;
        }
        let fault = fault(result, file)?;
        Some(format!("{student}: {fault}"))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(without_grade.len() * 50 < answers.len(), "{without_grade:?}");
}

/// The solution, and all other answers of which it is known what they are worth.
fn answers_to(exercise: &Exercise) -> Vec<PathBuf> {
    let home = root().join(exercise.solution());
    let mut files = vec![home.join("src/lib.rs")];
    for kind in ["right", "wrong"] {
        files.extend(fs::read_dir(home.join(kind)).unwrap().map(|entry| entry.unwrap().path()));
    }
    files
}

/// Answers that do what the judge sees only by `/proc`, which a sandbox does not have: they sleep for a short
/// while, or leave a thread behind. There they keep more promises than their first lines say.
const UNSEEN: [&str; 5] = [
    "01-gather/wrong/blocking_sleep.rs",
    "01-gather/wrong/blocking_job_left.rs",
    "01-gather/wrong/thread_sleeps_for_a_moment.rs",
    "09-timeout/wrong/thread_left_behind.rs",
    "13-mpsc/wrong/sleeps_on_the_thread.rs",
];

/// What the names of promises for any input begin with. Most wrong answers break them besides others, and
/// then their first lines need not say so.
const OF_ANY_INPUT: &str = "all_of_this_holds_for_whatever_";

fn is_wrong(file: &Path) -> bool {
    file.parent().unwrap().ends_with("wrong")
}

/// What is wrong with what came of the answer in `file`.
fn fault(result: &ExerciseResult, file: &Path) -> Option<String> {
    if result.status != Status::Ran {
        return Some(format!("{:?} {:?} {}", result.status, result.remarks, result.diagnostics));
    }
    let meant = if is_wrong(file) { header(file).unwrap() } else { BTreeMap::new() };
    let broken = || result.promises.iter().filter(|promise| !promise.kept());
    let mut names: BTreeSet<&String> = broken().map(|promise| &promise.name).collect();
    if UNSEEN.iter().any(|it| file.ends_with(it)) {
        let more =
            |name: &&&String| !meant.contains_key(name.as_str()) && !name.starts_with(OF_ANY_INPUT);
        let more = names.iter().find(more)?;
        return Some(format!("breaks {more}, too"));
    }
    if names.iter().any(|name| !name.starts_with(OF_ANY_INPUT)) {
        names.retain(|name| meant.contains_key(*name) || !name.starts_with(OF_ANY_INPUT));
    }
    if names != meant.keys().collect() {
        return Some(format!("breaks {names:?}, and not {:?}", meant.keys()));
    }
    broken().find_map(|promise| {
        let finding = promise.report.finding.as_ref()?;
        let said = format!("{} {}", finding.happened, finding.meaning);
        let words = meant.get(&promise.name)?;
        (!said.contains(words)).then(|| format!("{} does not say {words}: {said}", promise.name))
    })
}
