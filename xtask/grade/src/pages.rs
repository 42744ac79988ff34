//! The class as pages: an overview for the instructor, and a report for each student.
//!
//! ```text
//! class.html            the class: what fails, why, and who
//! students/<id>.html    what a student is told
//! students/<id>.md      the same as text, for platforms that show no pages
//! sources/<id>.html     what they handed in, for the instructor
//! ```
//!
//! A report is written as soon as its student is known. What stays in memory is what the overview
//! shows. Every page is whole in itself, loads nothing, and runs no script but our own.

mod class;
mod class_statistics;
mod excerpt;
mod html_document;
mod markdown;
mod outcome;
mod promise_feedback;
mod report;
mod source;

use crate::results::{Graded, Syllabus};
use crate::store::{remove, write};
use class_statistics::ClassStatistics;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::failure::Failure;

/// The folder of the students' reports, beside `class.html`.
const STUDENTS: &str = "students";

/// The folder of what they handed in.
const SOURCES: &str = "sources";

/// Answers to an exercise that are alike.
pub struct AlikeStudents {
    /// As the syllabus numbers it from 0.
    pub exercise: usize,
    /// Whose they are, by id.
    pub students: Vec<String>,
    /// Whether the course's solution is one of them.
    pub solution: bool,
    pub percent: usize,
}

/// Pages in the making.
pub struct Pages {
    out: PathBuf,
    statistics: ClassStatistics,
}

impl Pages {
    /// Pages in the folder `out`, which is made when it is not there.
    pub fn new(out: &Path) -> Pages {
        Pages { out: out.to_owned(), statistics: ClassStatistics::default() }
    }

    /// Writes a student's report, and keeps in mind what the overview needs of it. Fails when a file
    /// cannot be written.
    pub fn add(
        &mut self,
        syllabus: &Syllabus,
        graded: &Graded,
        sources: &BTreeMap<String, String>,
    ) -> Result<(), Failure> {
        let folder = create_folder(self.out.join(STUDENTS))?;
        let id = &graded.student.id;
        let [page, text] = reports(id).map(|file| folder.join(file));
        write(&page, report::page(syllabus, graded).as_bytes())?;
        write(&text, markdown::text(syllabus, graded).as_bytes())?;
        let shown = create_folder(self.out.join(SOURCES))?.join(source_page(id));
        write(&shown, source::page(syllabus, graded, sources).as_bytes())?;
        self.statistics.add(syllabus, graded);
        Ok(())
    }

    /// Writes the overview. It is the same in whatever order the students came. Fails when it cannot be
    /// written.
    pub fn finish(self, syllabus: &Syllabus, alike: &[AlikeStudents]) -> Result<(), Failure> {
        let page = class::page(&self.statistics.in_order(), syllabus, alike);
        write(&create_folder(self.out)?.join("class.html"), page.as_bytes())
    }
}

/// Removes a student's report, and the page of what they handed in.
pub fn forget(out: &Path, id: &str) -> Result<(), Failure> {
    reports(id).iter().try_for_each(|file| remove(&out.join(STUDENTS).join(file)))?;
    remove(&out.join(SOURCES).join(source_page(id)))
}

fn source_page(id: &str) -> String {
    format!("{id}.html")
}

/// What a student's report is called, as a page and as text.
fn reports(id: &str) -> [String; 2] {
    [format!("{id}.html"), format!("{id}.md")]
}

/// The folder, which is there now.
fn create_folder(folder: PathBuf) -> Result<PathBuf, Failure> {
    fs::create_dir_all(&folder).map_err(|error| Failure::file("create", &folder, &error))?;
    Ok(folder)
}
