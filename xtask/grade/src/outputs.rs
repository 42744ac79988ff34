//! Everything that is made of a class's results: pages, gradebooks, a summary. Students pass through one
//! by one; no more than one is in memory.

use crate::cli::MissingAs;
use crate::formats::{self, Exports};
use crate::model::{NoGrade, Points, Status};
use crate::pages::{self, Pages};
use crate::seed::Seed;
use crate::store::{Class, ResultsKind, Store};
use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::fs;
use std::path::PathBuf;
use verdict::text::{count, list};
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;

/// How many of those without a grade are named.
const NAMED: usize = 5;

/// A class in a few numbers.
pub struct Summary {
    students: usize,
    /// Who has no grade, and why; the others have one.
    without: BTreeMap<NoGrade, Vec<String>>,
    missing_as: MissingAs,
    solved: usize,
    earned: Points,
    possible: Points,
    remarks: usize,
    /// How many students have an answer that somebody should read.
    to_be_read: usize,
    tiers: Vec<String>,
    seed: Seed,
    page: PathBuf,
}

/// Writes all of it into the store's folder.
pub fn write(
    store: &Store,
    class: &Class,
    course: &Course,
    missing_as: MissingAs,
) -> Result<Summary, Failure> {
    let Class { syllabus, students, .. } = class;
    let mut pages = Pages::new(store.folder());
    let mut exports = Exports::new(store.folder(), syllabus, tests(course)).missing_as(missing_as);
    let mut summary = Summary {
        students: students.len(),
        without: BTreeMap::new(),
        missing_as,
        solved: 0,
        earned: Points::ZERO,
        possible: syllabus.points(),
        remarks: 0,
        to_be_read: 0,
        tiers: Vec::new(),
        seed: class.conditions.seed,
        page: store.folder().join("class.html"),
    };
    for id in students {
        let graded = store.load(ResultsKind::Results, id).ok_or_else(|| {
            Failure::machine(format!("the result of {id} cannot be read. Run the same again"))
        })?;
        pages.add(syllabus, &graded)?;
        exports.add(&graded)?;
        let earned = syllabus.earned(&graded);
        match graded.no_grade() {
            Some(why) => summary.without.entry(why).or_default().push(graded.student.id.clone()),
            None => summary.earned = [summary.earned, earned].into_iter().sum(),
        }
        summary.solved += usize::from(earned == syllabus.points());
        let speaks = !graded.remarks.is_empty()
            || graded
                .exercises
                .values()
                .any(|r| r.status == Status::Refused || !r.remarks.is_empty());
        summary.remarks += usize::from(speaks);
        let flagged = graded.exercises.values().any(|result| !result.flags.is_empty());
        summary.to_be_read += usize::from(flagged);
        if !summary.tiers.contains(&graded.tier) {
            summary.tiers.push(graded.tier.clone());
        }
    }
    pages.finish(syllabus)?;
    exports.finish()?;
    forget_others(store, students)?;
    Ok(summary)
}

/// Removes what was written for those who were in the class and are not any more: what lies there is
/// handed out. Their result goes last. Whatever stands there besides is not ours.
fn forget_others(store: &Store, students: &[String]) -> Result<(), Failure> {
    for graded in store.results()? {
        let id = &graded.student.id;
        if !students.contains(id) {
            pages::forget(store.folder(), id)?;
            formats::forget(store.folder(), id, graded.exercises.keys())?;
            store.forget(id)?;
        }
    }
    Ok(())
}

/// The sources of the course's own tests, by slug. One that cannot be read is not shown.
fn tests(course: &Course) -> BTreeMap<String, String> {
    let source = |exercise: &Exercise| {
        let file = exercise.test.as_ref()?;
        Some((exercise.slug.clone(), fs::read_to_string(file).ok()?))
    };
    course.exercises().iter().filter_map(source).collect()
}

impl Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let without: usize = self.without.values().map(Vec::len).sum();
        let mean = self.earned.mean(self.students - without).unwrap_or(Points::ZERO);
        writeln!(
            f,
            "{} graded: {mean} of {} points in the mean, {} with all of them.",
            count(self.students - without, "student"),
            self.possible,
            self.solved
        )?;
        if without > 0 {
            let gradebooks = match self.missing_as {
                MissingAs::Blank => "blank in the gradebooks; --missing-as 0 makes it 0",
                MissingAs::Zero => "0 in the gradebooks",
            };
            let have = if without == 1 { "has" } else { "have" };
            writeln!(f, "{} {have} no grade ({gradebooks}):", count(without, "student"))?;
            for (why, ids) in &self.without {
                writeln!(f, "  {} {}: {}", ids.len(), why.meaning(), list(ids, NAMED))?;
            }
        }
        if self.to_be_read > 0 {
            let students = count(self.to_be_read, "student");
            writeln!(f, "{students} with an answer to be read: the class page quotes the lines.")?;
        }
        if self.remarks > 0 {
            writeln!(f, "{} with a remark to read.", count(self.remarks, "student"))?;
        }
        for tier in &self.tiers {
            writeln!(f, "{tier}")?;
        }
        writeln!(f, "Seed: {}", self.seed)?;
        write!(f, "\n{} is the place to begin.", self.page.display())
    }
}
