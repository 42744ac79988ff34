//! The instructor's own word on points: a CSV file of id, exercise, points and comment. It is applied on top
//! of every run, and kept with the grades, so that a run that doesn't name it again loses nothing.

use crate::csv_dialect::delimiter;
use crate::results::{Adjusted, Graded, Points, Syllabus};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use xtask::course::Exercise;
use xtask::failure::Failure;

/// The file's headings, in any order. The comment may be left out.
const HEADINGS: [&str; 4] = ["id", "exercise", "points", "comment"];

/// All of them.
#[derive(Debug, Default)]
pub struct Overrides(Vec<Override>);

#[derive(Debug)]
struct Override {
    id: String,
    slug: String,
    points: Points,
    comment: String,
}

impl Overrides {
    /// Reads the file. Each line must be about one of these students and exercises: a typing error would
    /// otherwise be a grade that is lost.
    pub fn read(
        path: &Path,
        text: &str,
        students: &BTreeSet<String>,
        exercises: &[&Exercise],
    ) -> Result<Overrides, Failure> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter(text))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let wrong = |line: u64, what: String| {
            Failure::usage(format!("{}, line {line}: {what}", path.display()))
        };
        let unread = |error: csv::Error| {
            wrong(error.position().map_or(1, csv::Position::line), error.to_string())
        };
        let headings = reader.headers().map_err(unread)?.clone();
        let column =
            HEADINGS.map(|wanted| headings.iter().position(|it| it.eq_ignore_ascii_case(wanted)));
        let [Some(id), Some(exercise), Some(points), comment] = column else {
            return Err(wrong(1, format!("the headings must be {}", HEADINGS.join(", "))));
        };
        let mut all: Vec<Override> = Vec::new();
        for record in reader.records() {
            let record = record.map_err(unread)?;
            let line = record.position().map_or(1, csv::Position::line);
            if record.iter().all(str::is_empty) {
                continue;
            }
            let cell = |column: usize| record.get(column).unwrap_or_default();
            let id = cell(id);
            if !students.contains(id) {
                return Err(wrong(
                    line,
                    format!("nobody in this class has the id {id:?}. Ids are in grades.csv"),
                ));
            }
            let name = cell(exercise);
            let number = name.trim_start_matches('0');
            let named = exercises
                .iter()
                .find(|it| it.slug == name || it.number.trim_start_matches('0') == number);
            let Some(exercise) = named else {
                return Err(wrong(line, format!("no exercise that is graded is called {name:?}")));
            };
            let most = Points::whole(exercise.points);
            let Some(points) = Points::parsed(cell(points)).filter(|points| *points <= most) else {
                let cell = cell(points);
                return Err(wrong(
                    line,
                    format!("{cell:?} isn't a number of points from 0 to {most}"),
                ));
            };
            let slug = exercise.slug.clone();
            if all.iter().any(|it| it.id == id && it.slug == slug) {
                return Err(wrong(line, format!("{id} has two rows for {slug}")));
            }
            let comment = comment.map(cell).unwrap_or_default().to_owned();
            all.push(Override { id: id.to_owned(), slug, points, comment });
        }
        Ok(Overrides(all))
    }

    /// Sets what is said of a student, and says that it was set.
    pub fn apply(&self, syllabus: &Syllabus, graded: &mut Graded) {
        for one in self.0.iter().filter(|it| it.id == graded.student.id) {
            let entry = syllabus.exercises.iter().find(|entry| entry.slug == one.slug);
            let (Some(entry), Some(result)) = (entry, graded.exercises.get_mut(&one.slug)) else {
                continue;
            };
            let (points, of, by_promises) = (one.points, entry.points, entry.of_promises(result));
            let why = format!(
                "Set by the instructor: {points} of {of} points; the promises give {by_promises}. {}",
                one.comment
            );
            result.adjusted = Some(Adjusted { points, why: why.trim_end().to_owned() });
        }
    }
}

/// Where the overrides of grades in `folder` are kept.
pub fn kept(folder: &Path) -> PathBuf {
    folder.join("overrides.csv")
}
