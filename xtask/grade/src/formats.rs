//! Grades in the formats that others read.
//!
//! ```text
//! grades.csv                          the class at a glance
//! canvas.csv                          for the gradebook of Canvas
//! moodle.csv                          for the gradebook of Moodle
//! moodle-worksheet.csv                Moodle's own grading worksheet, filled in, if that is the roster
//! gradescope/<id>/results.json        an autograder's results, for Gradescope
//! github-classroom/<id>.json          one result a promise, for GitHub Classroom's reporter
//! exercism/<id>/<slug>/results.json   a test runner's results, for Exercism
//! junit/<id>.xml                      for whatever reads JUnit's reports
//! ```
//!
//! Students are taken in one after another. Of each, a line or two are kept until the class is
//! complete; the rest is written at once. The order in which they come makes no difference.
//!
//! Of promises that are the instructor's own, everything but Gradescope tells at once: hand those
//! files on when students may know.

mod canvas;
mod classroom;
mod csv_table;
mod exercism;
mod grades_csv;
mod gradescope;
mod junit;
mod moodle;
mod moodle_worksheet;
mod sanitized;
mod student_record;

use crate::cli::MissingAs;
use crate::results::{Graded, Syllabus};
use crate::store::remove;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use student_record::StudentRecord;
use verdict::json::{self, Json};
use xtask::failure::Failure;

/// What gradebooks call the column of the course, unless it has a title.
const COURSE: &str = "Async Rust";

/// The grades of a class, on their way into every format.
pub struct Exports<'a> {
    out: PathBuf,
    syllabus: &'a Syllabus,
    tests: BTreeMap<String, String>,
    missing_as: MissingAs,
    title: String,
    overview: grades_csv::Overview,
    canvas: canvas::Canvas,
    moodle: moodle::Moodle,
    worksheet: moodle_worksheet::Worksheet,
}

impl<'a> Exports<'a> {
    /// Into the folder `out`. `tests` are the sources of the course's own tests, by slug: Exercism
    /// shows a promise's own lines beside its result. Where there are none, none are shown.
    /// `title` is what gradebooks call it, if not as usual.
    pub fn new(
        out: &Path,
        syllabus: &'a Syllabus,
        tests: BTreeMap<String, String>,
        title: Option<&str>,
    ) -> Exports<'a> {
        Exports {
            out: out.to_owned(),
            syllabus,
            tests,
            missing_as: MissingAs::Blank,
            title: title.unwrap_or(COURSE).to_owned(),
            overview: grades_csv::Overview::default(),
            canvas: canvas::Canvas::default(),
            moodle: moodle::Moodle::default(),
            worksheet: moodle_worksheet::Worksheet::default(),
        }
    }

    /// With this for whoever has no grade.
    pub fn missing_as(self, missing_as: MissingAs) -> Exports<'a> {
        Exports { missing_as, ..self }
    }

    /// Takes in a student, and writes the files that are theirs alone.
    pub fn add(&mut self, graded: &Graded) -> Result<(), Failure> {
        let record = StudentRecord::of(self.syllabus, graded, self.missing_as);
        gradescope::write(&self.out, &record)?;
        classroom::write(&self.out, &record)?;
        exercism::write(&self.out, &record, &self.tests)?;
        junit::write(&self.out, &record)?;
        self.overview.add(&record);
        self.canvas.add(&record);
        self.moodle.add(&record);
        self.worksheet.add(&record);
        Ok(())
    }

    /// Writes the files that are about the class. Until then, those of an earlier run stand.
    pub fn finish(self) -> Result<(), Failure> {
        self.overview.write(&self.out, self.syllabus)?;
        self.canvas.write(&self.out, self.syllabus, &self.title)?;
        self.moodle.write(&self.out, &self.title)?;
        self.worksheet.write(&self.out)
    }
}

/// Removes what was written for a student alone, who had these exercises. What else is in those folders
/// is not ours.
pub fn forget<'s>(
    out: &Path,
    id: &str,
    slugs: impl Iterator<Item = &'s String>,
) -> Result<(), Failure> {
    let places = [gradescope::path_of(id), classroom::path_of(id), junit::path_of(id)];
    let of_exercises = slugs.map(|slug| exercism::path_of(id, slug));
    for path in places.into_iter().chain(of_exercises) {
        let path = out.join(path);
        remove(&path)?;
        // The student's own folders, below the format's; one that has something else in it stays.
        let folders = path.ancestors().skip(1).take_while(|folder| folder.parent() != Some(out));
        folders.for_each(|folder| drop(fs::remove_dir(folder)));
    }
    Ok(())
}

/// Writes a file at `path` below `out`, in one step: whoever looks sees the old text or the new one.
///
/// The store waits for the disk after each file; a class of 400 would wait 7,600 times here. There
/// is no need to: all of this can be made again from the store, and what a power cut has damaged is
/// not as it should be, and so is written anew by the next run.
fn put(out: &Path, path: &str, text: &[u8]) -> Result<(), Failure> {
    let path = out.join(path);
    if fs::read(&path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Failure::file("create", folder, &error))?;
    }
    let mut temporary = path.clone().into_os_string();
    temporary.push(".new");
    let written = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, &path));
    written.map_err(|error| {
        let _ = fs::remove_file(&temporary);
        Failure::file("write", &path, &error)
    })
}

fn put_json(out: &Path, path: &str, json: &Json) -> Result<(), Failure> {
    put(out, path, (json::pretty(json) + "\n").as_bytes())
}
