//! From a submission to its results.

mod inputs_hash;

use crate::built_dependencies::BuiltDependencies;
use crate::confined_steps::{self, ConfinedSteps, Program, Step};
use crate::disk_space;
use crate::graded_exercise::{CANARY, GradedExercise, Promised};
use crate::grading_conditions::GradingConditions;
use crate::intake::{Answer, Submission};
use crate::model::{ExerciseResult, Graded, PromiseResult, Status, Syllabus};
use crate::permits::Permits;
use crate::sandbox::Sandbox;
use crate::seed::Seed;
use inputs_hash::{add, hex, inputs_hash};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use verdict::Report;
use verdict::text::fit;
use xtask::attempt::promise::Promise;
use xtask::course::Course;
use xtask::failure::Failure;
use xtask::process::CancellationToken;

/// The most that is kept of what a submission printed, or of one text in a report, in columns.
const MOST_PRINTED: usize = 4_000;

/// The least free space that compilers are sure to do with, in bytes: twice the largest file that one
/// may write.
const LEAST_SPACE: u64 = 512 << 20;

/// Grades, one submission after another or several at once.
pub struct Grader<'a> {
    steps: ConfinedSteps<'a>,
    scratch: PathBuf,
    graded_exercises: Vec<Ready>,
    /// What all results depend on, but for the seed.
    inputs_hash: Sha256,
    tier: String,
    /// As many compilers as there are cores.
    compiling: Permits,
    /// More promises than that: a blocked answer only waits to be given up on.
    running: Permits,
    scratch_dirs_made: AtomicUsize,
}

/// An answer whose promises were put to the test.
struct Tested {
    remarks: Vec<String>,
    promises: Vec<PromiseResult>,
}

/// An exercise that the course's own answer was put to.
struct Ready {
    exercise: GradedExercise,
    promises: Vec<Promised>,
}

impl<'a> Grader<'a> {
    /// Puts the course's own answers to the exercises. One that is rejected says that the machine, or a
    /// promise of the instructor's, is not sound: nobody is graded then.
    pub fn set_up(
        course: &Course,
        sandbox: &'a Sandbox,
        dependencies: &'a BuiltDependencies,
        graded_exercises: Vec<GradedExercise>,
        seed: Seed,
        scratch: &Path,
        token: &'a CancellationToken,
    ) -> Result<Grader<'a>, Failure> {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        let mut grader = Grader {
            steps: ConfinedSteps { sandbox, dependencies, seed, token },
            scratch: scratch.to_owned(),
            graded_exercises: Vec::new(),
            inputs_hash: inputs_hash(course, sandbox, dependencies)?,
            tier: sandbox.layers().to_string(),
            compiling: Permits::of(cores),
            running: Permits::of(4 * cores),
            scratch_dirs_made: AtomicUsize::new(0),
        };
        let ready: Vec<Ready> = thread::scope(|scope| {
            let at_work: Vec<_> = graded_exercises
                .into_iter()
                .map(|exercise| scope.spawn(|| grader.try_out(exercise)))
                .collect();
            let joined = at_work.into_iter().map(|one| one.join().expect("does not panic"));
            joined.collect::<Result<_, Failure>>()
        })?;
        grader.graded_exercises = ready;
        Ok(grader)
    }

    pub fn syllabus(&self) -> Syllabus {
        let entries =
            self.graded_exercises.iter().map(|ready| ready.exercise.entry(&ready.promises));
        Syllabus { exercises: entries.collect() }
    }

    /// By what it grades.
    pub fn conditions(&self) -> GradingConditions {
        let exercise = |ready: &Ready| {
            let mut hash = Sha256::new();
            ready.exercise.texts().into_iter().for_each(|text| add(&mut hash, text));
            (ready.exercise.slug.clone(), hex(hash))
        };
        GradingConditions {
            tier: self.tier.clone(),
            limits: confined_steps::limits(),
            compiler: self.steps.dependencies.toolchain.version.clone(),
            seed: self.steps.seed,
            all: hex(self.inputs_hash.clone()),
            exercises: self.graded_exercises.iter().map(exercise).collect(),
        }
    }

    /// The results of a submission. Those that `known` has of an exercise, by its slug and the key that a
    /// result of it would have now, are taken as they are.
    pub fn grade(
        &self,
        submission: &Submission,
        known: impl Fn(&str, &str) -> Option<ExerciseResult>,
    ) -> Result<Graded, Failure> {
        let mut exercises = BTreeMap::new();
        for ready in &self.graded_exercises {
            let slug = &ready.exercise.slug;
            let answer = submission.answers.get(slug);
            let key = self.key(&ready.exercise, answer, submission.complete);
            let result = match known(slug, &key) {
                Some(result) => result,
                None => self.result(ready, answer, submission.complete, key)?,
            };
            exercises.insert(slug.clone(), result);
        }
        Ok(Graded {
            student: submission.student.clone(),
            tier: self.tier.clone(),
            seed: self.steps.seed,
            remarks: submission.remarks.clone(),
            exercises,
        })
    }

    fn key(&self, exercise: &GradedExercise, answer: Option<&Answer>, complete: bool) -> String {
        let mut hash = self.inputs_hash.clone();
        add(&mut hash, &self.steps.seed.to_string());
        exercise.texts().into_iter().for_each(|text| add(&mut hash, text));
        let texts: &[&str] = match answer {
            None if !complete => &["unrecognised"],
            None => &["missing"],
            Some(Answer::Refused(why)) => &["refused", why],
            Some(Answer::Source(text)) => &["source", text],
        };
        texts.iter().for_each(|text| add(&mut hash, text));
        hex(hash)
    }

    fn result(
        &self,
        ready: &Ready,
        answer: Option<&Answer>,
        complete: bool,
        key: String,
    ) -> Result<ExerciseResult, Failure> {
        let result = |status, remarks: Vec<String>, diagnostics, promises| ExerciseResult {
            key: key.clone(),
            status,
            remarks,
            diagnostics,
            promises,
        };
        let source = match answer {
            None => {
                let status = if complete { Status::Missing } else { Status::Unrecognised };
                return Ok(result(status, Vec::new(), String::new(), Vec::new()));
            }
            Some(Answer::Refused(why)) => {
                return Ok(result(Status::Refused, vec![why.clone()], String::new(), Vec::new()));
            }
            Some(Answer::Source(source)) => source,
        };
        let mut tried = self.try_answer(ready, source)?;
        if let Step::Doubtful(_) = tried {
            self.rule_out_the_machine(ready)?;
            tried = self.try_answer(ready, source)?;
        }
        Ok(match tried {
            Step::Broken(said) => result(Status::Broken, Vec::new(), said, Vec::new()),
            Step::Refused(why) => result(Status::Refused, vec![why], String::new(), Vec::new()),
            Step::Doubtful(what) => {
                let why = format!("src/lib.rs could not be graded: {what}");
                result(Status::Refused, vec![why], String::new(), Vec::new())
            }
            Step::Made(Tested { remarks, promises }) => {
                result(Status::Ran, remarks, String::new(), promises)
            }
        })
    }

    fn try_answer(&self, ready: &Ready, source: &str) -> Result<Step<Tested>, Failure> {
        let scratch = self.new_scratch_dir();
        let tried = self.try_answer_in(&scratch, ready, source);
        // What cannot be removed goes with the folder that it is in.
        let _ = fs::remove_dir_all(&scratch);
        tried
    }

    fn try_answer_in(
        &self,
        scratch: &Path,
        ready: &Ready,
        source: &str,
    ) -> Result<Step<Tested>, Failure> {
        let program = {
            let _place = self.compiling.enter();
            self.steps.make(&ready.exercise, source, scratch)?
        };
        let program = match program.made() {
            Ok(program) => program,
            Err(ended) => return Ok(ended),
        };
        let mut tested = self.run(&program, &ready.promises)?;
        if tested.iter().any(|one| !one.judged) {
            self.rule_out_the_machine(ready)?;
            self.run_the_silent_again(&program, &mut tested)?;
        }
        let canary = tested.remove(0);
        let mut remarks = Vec::new();
        if canary.kept() {
            remarks.push(
                "A promise that no answer can keep was kept: this answer has got round the judge. \
                 Nothing that was said of it counts; read it."
                    .to_owned(),
            );
        }
        let sound = !canary.kept();
        let results = ready.promises.iter().zip(tested);
        let results = results.map(|(promised, tested)| PromiseResult {
            name: promised.entry.name.clone(),
            judged: tested.judged && sound,
            report: within_bounds(tested.report),
            printed: fit(&tested.printed, MOST_PRINTED, "…"),
        });
        Ok(Step::Made(Tested { remarks, promises: results.collect() }))
    }

    /// Puts the canary and these promises to the test, side by side. The canary comes first.
    fn run(&self, program: &Program, promises: &[Promised]) -> Result<Vec<Promise>, Failure> {
        let names = [CANARY].into_iter().chain(promises.iter().map(|p| p.test.as_str()));
        self.put_to_test(program, names)
    }

    /// Those that the judge was silent about once more: it may have been the machine.
    fn run_the_silent_again(
        &self,
        program: &Program,
        tested: &mut [Promise],
    ) -> Result<(), Failure> {
        let silent: Vec<&mut Promise> = tested.iter_mut().filter(|one| !one.judged).collect();
        let names: Vec<String> = silent.iter().map(|one| one.name.clone()).collect();
        let again = self.put_to_test(program, names.iter().map(String::as_str))?;
        silent.into_iter().zip(again).for_each(|(old, new)| *old = new);
        Ok(())
    }

    fn put_to_test<'n>(
        &self,
        program: &Program,
        names: impl Iterator<Item = &'n str>,
    ) -> Result<Vec<Promise>, Failure> {
        let test = |name: &str| {
            let _place = self.running.enter();
            self.steps.run(program, name)
        };
        let tested: Vec<io::Result<Promise>> = thread::scope(|scope| {
            let at_work: Vec<_> = names.map(|name| scope.spawn(move || test(name))).collect();
            at_work.into_iter().map(|one| one.join().expect("does not panic")).collect()
        });
        let tested = tested.into_iter().collect::<io::Result<Vec<Promise>>>();
        tested.map_err(|error| Failure::start("a test program", &error))
    }

    /// Asked before anything is held against an answer that nobody can say what is wrong with: it is
    /// the machine's fault when its disk is full, or when the course's own answer fares no better.
    fn rule_out_the_machine(&self, ready: &Ready) -> Result<(), Failure> {
        let left = disk_space::left(&self.scratch)
            .map_err(|error| Failure::file("measure the disk of", &self.scratch, &error))?;
        if left < LEAST_SPACE {
            return Err(Failure::machine(format!(
                "there is hardly any space left in {}: {} MiB",
                self.scratch.display(),
                left >> 20
            )));
        }
        self.sound(&ready.exercise).map(|_| ())
    }

    fn try_out(&self, exercise: GradedExercise) -> Result<Ready, Failure> {
        let promises = self.sound(&exercise)?;
        Ok(Ready { exercise, promises })
    }

    /// The promises of an exercise, all of which the course's own answer keeps.
    fn sound(&self, exercise: &GradedExercise) -> Result<Vec<Promised>, Failure> {
        let scratch = self.new_scratch_dir();
        let made = {
            let _place = self.compiling.enter();
            self.steps.make(exercise, &exercise.solution, &scratch)?
        };
        let heading = format!("the course's own answer to {}", exercise.slug);
        let program = match made {
            Step::Made(program) => program,
            Step::Broken(what) | Step::Refused(what) | Step::Doubtful(what) => {
                return Err(Failure::machine(format!("{heading} is not accepted.\n\n{what}")));
            }
        };
        let promises = exercise.promises(&self.steps.names(&program)?)?;
        let mut tested = self.run(&program, &promises)?;
        let canary = tested.remove(0);
        let _ = fs::remove_dir_all(&scratch);
        if !canary.judged || canary.kept() {
            return Err(Failure::machine(format!(
                "{heading} was run, and the judge was not heard: {}",
                canary.printed
            )));
        }
        match tested.iter().find(|promise| !promise.kept()) {
            None => Ok(promises),
            Some(broken) => {
                let finding = broken.report.finding.as_ref();
                let happened = finding.map_or("", |finding| finding.happened.as_str());
                Err(Failure::machine(format!(
                    "{heading} breaks {} with the seed {}: nobody can be graded by that. {happened}",
                    broken.name, self.steps.seed
                )))
            }
        }
    }

    fn new_scratch_dir(&self) -> PathBuf {
        self.scratch.join(self.scratch_dirs_made.fetch_add(1, Relaxed).to_string())
    }
}

/// A report whose texts are no longer than anybody reads: the answer has its say in them, and what it
/// returned or panicked with may be megabytes.
fn within_bounds(mut report: Report) -> Report {
    let texts = report.finding.iter_mut().flat_map(|it| [&mut it.happened, &mut it.meaning]);
    let panics = report.panics.iter_mut().map(|panic| &mut panic.message);
    for text in texts.chain(panics) {
        *text = fit(text, MOST_PRINTED, "…");
    }
    report
}
