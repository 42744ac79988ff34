//! Everything that is made of a class's results: pages, gradebooks, a summary. Students pass through one
//! by one; no more than one is in memory.

use crate::cli::MissingAs;
use crate::formats::{self, Exports};
use crate::pages::{self, AlikeStudents, Pages};
use crate::results::{NoGrade, Points, Status, Syllabus};
use crate::seed::Seed;
use crate::similarity;
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
    let Class { syllabus, students, title, .. } = class;
    let mut pages = Pages::new(store.folder());
    let mut alike = AlikeAnswers::default();
    let mut exports = Exports::new(store.folder(), syllabus, tests(course), title.as_deref())
        .missing_as(missing_as);
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
        let sources = store.sources(id);
        pages.add(syllabus, &graded, &sources)?;
        alike.add(id, sources);
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
    pages.finish(syllabus, &alike.found(course, syllabus))?;
    exports.finish()?;
    forget_others(store, students)?;
    Ok(summary)
}

/// What somebody who copied could have found: the course's own answer.
const SOLUTION: &str = "the course's solution";

/// The longest answer that is compared, in bytes. No honest one comes near it.
const LONGEST: usize = 32 * 1024;

/// Everybody's answers, to be compared.
#[derive(Default)]
struct AlikeAnswers(BTreeMap<String, Vec<(String, String)>>);

impl AlikeAnswers {
    fn add(&mut self, id: &str, sources: BTreeMap<String, String>) {
        for (slug, source) in sources.into_iter().filter(|(_, source)| source.len() <= LONGEST) {
            self.0.entry(slug).or_default().push((id.to_owned(), source));
        }
    }

    /// Those that are alike, in the order of the syllabus.
    fn found(mut self, course: &Course, syllabus: &Syllabus) -> Vec<AlikeStudents> {
        let mut all = Vec::new();
        for (number, entry) in syllabus.exercises.iter().enumerate() {
            let Some(mut answers) = self.0.remove(&entry.slug) else { continue };
            let folder = course.exercises().iter().find(|exercise| exercise.slug == entry.slug);
            // What cannot be read is not compared.
            let read = |file: &str| {
                let path = course.root().join(folder?.solution()).join(file);
                fs::read_to_string(path).ok()
            };
            // First: of all that are as near, an answer is said to be like this one.
            answers.splice(0..0, read("src/lib.rs").map(|source| (SOLUTION.to_owned(), source)));
            let skeleton = read("start.rs").unwrap_or_default();
            let sources: Vec<&str> = answers.iter().map(|(_, source)| source.as_str()).collect();
            for found in similarity::alike(&sources, &skeleton) {
                let who = found.answers.iter().map(|index| answers[*index].0.clone());
                let (solution, students) = who.partition(|who| who == SOLUTION);
                let solution: Vec<String> = solution;
                all.push(AlikeStudents {
                    exercise: number,
                    students,
                    solution: !solution.is_empty(),
                    percent: found.percent,
                });
            }
        }
        all
    }
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
