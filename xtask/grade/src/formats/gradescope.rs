//! `gradescope/<id>/results.json`: what an autograder of Gradescope leaves behind.
//! <https://gradescope-autograders.readthedocs.io/en/latest/specs/>
//!
//! Every text is declared to be text: left to itself, Gradescope takes the one at the top for HTML.
//! Promises of the instructor's own are shown when the grades are published, not before. Until then
//! Gradescope does not show students their total either, nor does anything here.

use super::put_json;
use super::student_record::{Promise, StudentRecord};
use std::path::Path;
use verdict::json::{Json, array, object, text};
use xtask::failure::Failure;

/// Where a student's is.
pub fn path_of(id: &str) -> String {
    format!("gradescope/{id}/results.json")
}

pub fn write(out: &Path, record: &StudentRecord) -> Result<(), Failure> {
    let graded = record.exercises.iter().filter(|exercise| exercise.earned.is_some());
    let is_whole = record.earned.is_some();
    let promises = graded.flat_map(|exercise| {
        exercise.promises.iter().map(|it| promise(&exercise.entry.title, it, is_whole))
    });
    // The exact sum: added up by somebody else, hundredths need not come to a round number.
    let score = record.earned.map(|earned| ("score", earned.to_json()));
    let json = object(score.into_iter().chain([
        ("output", text(&output(record))),
        ("output_format", text("text")),
        ("test_output_format", text("text")),
        ("test_name_format", text("text")),
        ("stdout_visibility", text("hidden")),
        ("extra_data", object([("tier", text(&record.tier))])),
        ("tests", array(promises)),
    ]));
    put_json(out, &path_of(&record.id), &json)
}

/// `is_whole` says whether there is a grade for all of it. Otherwise there is no score anywhere, or
/// Gradescope would add up a part of it.
fn promise(title: &str, promise: &Promise, is_whole: bool) -> Json {
    let visibility = if promise.entry.extra { "after_published" } else { "visible" };
    let mut output = promise.message.clone();
    if !promise.printed.is_empty() {
        output = format!("{output}\n\nWhat it printed:\n{}", promise.printed).trim().to_owned();
    }
    let points =
        [("score", promise.earned.to_json()), ("max_score", promise.entry.points.to_json())];
    object(points.into_iter().filter(|_| is_whole).chain([
        ("name", text(&format!("{title}: {}", promise.words()))),
        ("number", text(&promise.number)),
        ("status", text(if promise.kept() { "passed" } else { "failed" })),
        ("output", text(&output)),
        ("visibility", text(visibility)),
    ]))
}

/// What is true of more than one promise.
fn output(record: &StudentRecord) -> String {
    let untested = record.exercises.iter().filter(|exercise| !exercise.why.is_empty());
    let whys = untested.map(|exercise| format!("{}: {}", exercise.heading(), exercise.why));
    record.all_remarks().into_iter().chain(whys).collect::<Vec<_>>().join("\n\n")
}
