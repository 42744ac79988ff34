//! `cargo xtask grade SUBMISSIONS…`

mod adjustments;
mod changes;
mod unfound;

use super::lost_grades::Coverage;
use crate::built_dependencies::BuiltDependencies;
use crate::cli::Grade;
use crate::graded_exercise::GradedExercise;
use crate::grading::Grader;
use crate::intake::{self, Answer, Submission};
use crate::outputs;
use crate::progress_bar;
use crate::results::{ExerciseResult, Graded, Syllabus};
use crate::sandbox::Sandbox;
use crate::seed::Seed;
use crate::store::{Class, ResultsKind, Store};
use adjustments::Adjustments;
use indicatif::ProgressBar;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;
use verdict::text::list;
use xtask::Outcome;
use xtask::commands::compiler;
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;
use xtask::process::CancellationToken;
use xtask::report;
use xtask::scratch_dir::ScratchDir;

pub fn run(asked: &Grade) -> Result<Outcome, Failure> {
    let sandbox = Sandbox::probe(asked.wanted)?;
    let course = Course::here()?;
    let exercises = exercises(&course, &asked.exercises)?;
    let mut submissions =
        intake::take(&asked.submissions, asked.roster.as_deref(), &course, &exercises)?;
    submissions.retain(|submission| !is_test_student(submission));
    if !asked.yes
        && asked.student.is_none()
        && let Some(why) = unfound::too_many(&submissions)
    {
        return Err(Failure::usage(why));
    }
    let store = Store::open(&asked.out)?;
    let adjustments = Adjustments::read(asked, &store, &submissions, &exercises, &course)?;
    if let Some(shard) = asked.shard {
        submissions.retain(|submission| shard.has(&submission.student.id));
    }
    if let Some(id) = &asked.student {
        submissions = of_student(submissions, id)?;
    }
    if let Some(said) = adjustments.summary(&submissions) {
        report::print_note(&said);
    }
    // One student's result is compared, and none is changed.
    let loss = match &asked.student {
        None => Coverage::of_submissions(&exercises, &submissions).loss(&store)?,
        Some(_) => None,
    };
    if let Some(loss) = loss.as_ref().filter(|_| !asked.preview) {
        return Err(Failure::usage(loss.clone()));
    }

    let seed = seed(asked, &store)?;
    let scratch_dirs = course.target().join("grading");
    let scratch = ScratchDir::new(&scratch_dirs)
        .map_err(|error| Failure::file("make a room in", &scratch_dirs, &error))?;
    let dependencies = BuiltDependencies::put_together(
        &course,
        &compiler(),
        &scratch.folder().join("dependencies"),
    )?;
    let extra = ExtraTests::read(asked.extra_tests.as_deref(), &course)?;
    let graded_exercise = |exercise: &&Exercise| {
        let folder = scratch.folder().join("exercises").join(&exercise.slug);
        GradedExercise::prepare(&course, exercise, extra.of(exercise).as_deref(), &folder)
    };
    let graded_exercises = exercises.iter().map(graded_exercise).collect::<Result<Vec<_>, _>>()?;
    let token = CancellationToken::default();
    let scratch_dirs = scratch.folder().join("scratch");
    let grader = Grader::set_up(
        &course,
        &sandbox,
        &dependencies,
        graded_exercises,
        seed.now,
        &scratch_dirs,
        &token,
    )?;
    let run = Run {
        store: &store,
        syllabus: grader.syllabus(),
        grader,
        adjustments: &adjustments,
        token: &token,
    };

    if asked.student.is_some() {
        return run.regrade(&submissions[0]);
    }
    if !asked.preview || seed.kept.is_none() {
        store.save_seed(seed.now)?;
    }
    if asked.preview {
        return run.preview(&submissions, loss.as_deref());
    }
    adjustments.keep(&store)?;
    run.grade(&submissions)?;
    let students = submissions.iter().map(|submission| submission.student.id.clone()).collect();
    let shard = asked.shard.map(|shard| shard.to_string());
    let conditions = run.grader.conditions();
    let title = asked.title.clone();
    let class = Class { conditions, syllabus: run.syllabus, students, shard, title };
    store.save_class(&class)?;
    report::print_text(&outputs::write(&store, &class, &course, asked.missing_as)?.to_string());
    Ok(Outcome::Good)
}

/// The seed of a run.
struct Seeds {
    /// The one that is kept with the grades; `None` where nobody has been graded yet.
    kept: Option<Seed>,
    now: Seed,
}

/// The seed that was asked for, or else the one of the grades that are there, or else a new one. Says so
/// if it is not the one of the grades.
fn seed(asked: &Grade, store: &Store) -> Result<Seeds, Failure> {
    if let Some(now) = asked.seed {
        // It may be named because the one that is kept cannot be read.
        let kept = store.seed().ok().flatten();
        if let Some(kept) = kept.filter(|kept| *kept != now) {
            let folder = store.folder().display();
            let what = match (&asked.student, asked.preview) {
                (Some(_), _) => "Only this comparison uses",
                (None, true) => "The preview grades everybody anew with",
                (None, false) => "Everybody is graded anew with",
            };
            report::print_note(&format!(
                "The grades in {folder} are by seed {kept}. {what} seed {now}."
            ));
        }
        return Ok(Seeds { kept, now });
    }
    let kept = store.seed()?;
    let now = kept.unwrap_or_else(Seed::draw);
    if kept.is_none() && asked.shard.is_some() {
        return Err(Failure::usage(format!(
            "all parts of a class need the same seed, or they cannot be merged. Name one for each part, \
             such as --seed {now}"
        )));
    }
    Ok(Seeds { kept, now })
}

/// The exercises of these names in the course's order, each once; all when there is no name.
pub(super) fn exercises<'a>(
    course: &'a Course,
    names: &[String],
) -> Result<Vec<&'a Exercise>, Failure> {
    if names.is_empty() {
        return Ok(course.exercises().iter().collect());
    }
    let named = names.iter().map(|name| course.find(name)).collect::<Result<Vec<_>, _>>()?;
    let is_named = |exercise: &&Exercise| named.iter().any(|other| other.slug == exercise.slug);
    Ok(course.exercises().iter().filter(is_named).collect())
}

/// The instructor's own promises.
struct ExtraTests(Vec<(String, PathBuf)>);

impl ExtraTests {
    fn read(folder: Option<&Path>, course: &Course) -> Result<ExtraTests, Failure> {
        let Some(folder) = folder else { return Ok(ExtraTests(Vec::new())) };
        let entries =
            std::fs::read_dir(folder).map_err(|error| Failure::file("read", folder, &error))?;
        let mut files: Vec<PathBuf> = entries
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|kind| kind == "rs"))
            .collect();
        files.sort();
        let of = |file: PathBuf| {
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            Ok((course.find(&name)?.slug.clone(), file))
        };
        let found = files.into_iter().map(of).collect::<Result<Vec<_>, Failure>>()?;
        if found.is_empty() {
            return Err(Failure::usage(format!(
                "{} has no extra tests: they are called after their exercise, as gather.rs is",
                folder.display()
            )));
        }
        Ok(ExtraTests(found))
    }

    fn of(&self, exercise: &Exercise) -> Option<PathBuf> {
        self.0.iter().find(|(slug, _)| *slug == exercise.slug).map(|(_, file)| file.clone())
    }
}

/// A run of the grader over a class.
struct Run<'a> {
    store: &'a Store,
    syllabus: Syllabus,
    grader: Grader<'a>,
    adjustments: &'a Adjustments,
    token: &'a CancellationToken,
}

impl Run<'_> {
    /// Grades what is missing or has changed, and keeps it.
    fn grade(&self, submissions: &[Submission]) -> Result<(), Failure> {
        self.each(submissions, |submission| {
            let (_, graded) = self.newest(submission)?;
            self.store.save_sources(&submission.student.id, &sources(submission))?;
            self.store.save(ResultsKind::Results, &graded, &self.syllabus)?;
            self.store.forget_preview(&submission.student.id);
            Ok(())
        })
    }

    /// The result that is kept of a submission, if any, and the one that it has now: whatever still holds
    /// of the kept one and of a preview's is not made again.
    fn newest(&self, submission: &Submission) -> Result<(Option<Graded>, Graded), Failure> {
        let id = &submission.student.id;
        let kept = self.store.load(ResultsKind::Results, id);
        let seen = self.store.load(ResultsKind::Preview, id);
        let mut graded = self.grader.grade(submission, |slug, key| {
            [&kept, &seen].into_iter().flatten().find_map(|graded| fitting(graded, slug, key))
        })?;
        self.adjustments.apply(&self.syllabus, submission, kept.as_ref(), &mut graded);
        Ok((kept, graded))
    }

    /// Says what grading would change. What it finds is kept beside the results, for the run that
    /// makes it so. `loss` is why there can be no such run.
    fn preview(&self, submissions: &[Submission], loss: Option<&str>) -> Result<Outcome, Failure> {
        let changes = Mutex::new(Vec::new());
        self.each(submissions, |submission| {
            let (kept, graded) = self.newest(submission)?;
            self.store.save(ResultsKind::Preview, &graded, &self.syllabus)?;
            let earned = || self.store.earned(&submission.student.id);
            let before = kept.as_ref().map(|kept| (kept, earned()));
            let lines = changes::between(&self.syllabus, before, &graded);
            changes.lock().expect("nobody panics with it").extend(lines);
            Ok(())
        })?;
        let mut changes = changes.into_inner().expect("nobody panicked with it");
        changes.sort();
        report::print_text(&changes::summary(&changes, submissions.len(), loss));
        Ok(Outcome::Good)
    }

    /// Grades one student afresh, says how it went, and keeps nothing.
    fn regrade(&self, submission: &Submission) -> Result<Outcome, Failure> {
        let mut graded = self.grader.grade(submission, |_, _| None)?;
        let kept = self.store.load(ResultsKind::Results, &submission.student.id);
        self.adjustments.apply(&self.syllabus, submission, kept.as_ref(), &mut graded);
        report::print_text(&changes::report(&self.syllabus, &graded));
        report::print_text(&match kept {
            None => "There is no result of theirs yet to compare this with.".to_owned(),
            Some(kept) => {
                let before = (&kept, self.store.earned(&submission.student.id));
                let lines = changes::between(&self.syllabus, Some(before), &graded);
                let mut said = if lines.is_empty() {
                    "That is what stands in their result.".to_owned()
                } else {
                    format!("Their result says otherwise:\n{}", lines.join("\n"))
                };
                if kept.seed != graded.seed {
                    said.push_str(&format!("\nTheir result is by seed {}.", kept.seed));
                }
                said
            }
        });
        Ok(Outcome::Good)
    }

    /// Does something with each submission, several at a time: while one waits for a promise to be
    /// given up on, others are compiled. The first failure ends all.
    fn each(
        &self,
        submissions: &[Submission],
        work: impl Fn(&Submission) -> Result<(), Failure> + Sync,
    ) -> Result<(), Failure> {
        let bar: ProgressBar = progress_bar::of(submissions.len());
        let next = Mutex::new(submissions.iter());
        let failure = Mutex::new(None);
        let cores = thread::available_parallelism().map_or(2, usize::from);
        thread::scope(|scope| {
            for _ in 0..(3 * cores).min(submissions.len()) {
                scope.spawn(|| {
                    loop {
                        let mine = next.lock().expect("nobody panics with it").next();
                        let Some(submission) = mine else { return };
                        if self.token.is_cancelled() {
                            return;
                        }
                        bar.set_message(submission.student.id.clone());
                        if let Err(error) = work(submission) {
                            failure.lock().expect("nobody panics with it").get_or_insert(error);
                            self.token.cancel();
                            return;
                        }
                        bar.inc(1);
                    }
                });
            }
        });
        bar.finish_and_clear();
        match failure.into_inner().expect("nobody panicked with it") {
            None => Ok(()),
            Some(error) => Err(Failure::machine(format!(
                "{error}\n\nNobody has been given a grade for this. What was graded before it is kept: \
                 put it right and run the same command again."
            ))),
        }
    }
}

/// The submission of the student whose id or name this is.
fn of_student(submissions: Vec<Submission>, wanted: &str) -> Result<Vec<Submission>, Failure> {
    let name = |submission: &&Submission| {
        submission.student.name.to_lowercase() == wanted.trim().to_lowercase()
    };
    let named: Vec<&str> =
        submissions.iter().filter(name).map(|it| it.student.id.as_str()).collect();
    let id = match named[..] {
        _ if submissions.iter().any(|submission| submission.student.id == wanted) => {
            wanted.to_owned()
        }
        [id] => id.to_owned(),
        [] => return Err(Failure::usage(format!("no submission here belongs to {wanted}"))),
        _ => {
            let ids = list(&named, 4);
            return Err(Failure::usage(format!("several students are called {wanted}: {ids}")));
        }
    };
    Ok(submissions.into_iter().filter(|submission| submission.student.id == id).collect())
}

/// Whether it is the student that Canvas makes for "Student View": nobody's grade.
fn is_test_student(submission: &Submission) -> bool {
    submission.student.roster.get("Student").is_some_and(|name| name.trim() == "Student, Test")
}

/// Its answers, by exercise.
fn sources(submission: &Submission) -> BTreeMap<String, String> {
    let source = |(slug, answer): (&String, &Answer)| match answer {
        Answer::Source(source) => Some((slug.clone(), source.clone())),
        Answer::Refused(_) => None,
    };
    submission.answers.iter().filter_map(source).collect()
}

/// A result that still holds.
fn fitting(graded: &Graded, slug: &str, key: &str) -> Option<ExerciseResult> {
    graded.exercises.get(slug).filter(|result| result.key == key).cloned()
}
