//! From a submission to its results.

mod inputs_hash;

use crate::built_dependencies::BuiltDependencies;
use crate::confined_steps::{self, ConfinedSteps, Program, Step};
use crate::disk_space;
use crate::graded_exercise::{CANARY, GradedExercise, Promised};
use crate::grading_conditions::GradingConditions;
use crate::intake::{Answer, Submission};
use crate::permits::Permits;
use crate::results::{ExerciseResult, Graded, HandedIn, PromiseResult, Status, Syllabus};
use crate::sandbox::Sandbox;
use crate::seed::Seed;
use crate::source_flags::{Doubt, Marked, marked};
use inputs_hash::{add, hex, inputs_hash};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use verdict::text::truncate;
use verdict::{End, Report, Timeline};
use xtask::attempt::promise::{JudgedOutside, Promise};
use xtask::course::Course;
use xtask::failure::Failure;
use xtask::process::CancellationToken;

/// The most that is kept of what a submission printed, or of one text in a report, in columns.
const MOST_PRINTED: usize = 4_000;

/// The most that is kept of what was recorded of a run, in bytes: each name and line, and what is written
/// around it.
const MOST_RECORDED: usize = 16 << 10;
const EACH_RECORDED: usize = 100;

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
    /// Its tests with the course's own answer: they judge what is recorded of others.
    judge: Program,
}

impl Ready {
    /// Why an answer with these results has no grade until somebody has read it, if so.
    fn withheld(&self, doubt: Doubt, results: &[PromiseResult]) -> Option<&'static str> {
        let mut all = self.promises.iter().zip(results);
        let is_wrong = all.any(|(promised, result)| promised.about_any_input && !result.kept());
        match doubt {
            Doubt::Always => Some("This answer decides which panics the judge hears of."),
            Doubt::IfWrong if is_wrong => Some(
                "This answer has what a way around the judge takes, and it breaks the promise for any \
                 input, which is judged apart from it.",
            ),
            _ => None,
        }
    }
}

/// What that means.
const WITHHELD: &str = "So it has no grade until somebody has read it.";

/// Takes away whether a promise was kept, and everything that the answer had a say in: what it shows may be
/// what it has read of the instructor's own promises.
fn withhold(result: &mut PromiseResult) {
    result.judged = false;
    result.printed.clear();
    result.report = Report {
        end: End::Exited,
        finding: None,
        timeline: Timeline::default(),
        panics: Vec::new(),
        panic_expected: false,
        cases: 0,
    };
}

/// What came of one promise.
struct Tried {
    promise: Promise,
    /// Whether nothing at all was recorded of the answer, where that is how it is judged.
    unrecorded: bool,
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
            handed_in: HandedIn::default(),
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
            flags: Vec::new(),
            promises,
            adjusted: None,
            on_time: None,
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
            Step::Done(Tested { mut remarks, promises }) => {
                let Marked { flags, doubt } = marked(source, ready.exercise.given.is_some());
                // What its promises show may be what it has read of the instructor's own.
                let (status, promises) = match ready.withheld(doubt, &promises) {
                    Some(why) => {
                        remarks.push(format!("{why} {WITHHELD}"));
                        (Status::Refused, Vec::new())
                    }
                    None => (Status::Ran, promises),
                };
                let result = result(status, remarks, String::new(), promises);
                ExerciseResult { flags, ..result }
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
            let _permit = self.compiling.acquire();
            self.steps.build(&ready.exercise, source, scratch)?
        };
        let program = match program.into_result() {
            Ok(program) => program,
            Err(ended) => return Ok(ended),
        };
        let mut tested = self.run(&program, &ready.judge, &ready.promises)?;
        if tested.iter().any(|one| !one.promise.judged) {
            self.rule_out_the_machine(ready)?;
            self.run_unjudged_again(&program, ready, &mut tested)?;
        }
        let canary = tested.remove(0).promise;
        let mut remarks = Vec::new();
        if canary.kept() {
            remarks.push(
                "A promise that no answer can keep was kept: this answer has got round the judge. \
                 Nothing that was said of it counts; read it."
                    .to_owned(),
            );
        }
        // Whoever makes up reports for the other promises can't do so here. An honest answer that ends its
        // process at the first call, on the story's own input, does so for the others too.
        let unrecorded =
            tested.iter().any(|one| one.unrecorded) && tested.iter().any(|one| one.promise.kept());
        if unrecorded {
            remarks.push(
                "It kept promises, but where it was only recorded, its process ended in the first call. \
                 Nothing that was said of it counts; read it."
                    .to_owned(),
            );
        }
        let results = ready.promises.iter().zip(tested);
        let results = results.map(|(promised, Tried { promise, .. })| PromiseResult {
            name: promised.entry.name.clone(),
            judged: promise.judged,
            report: within_bounds(promise.report),
            printed: truncate(&promise.printed, MOST_PRINTED, "…"),
        });
        let mut promises: Vec<PromiseResult> = results.collect();
        if canary.kept() || unrecorded {
            promises.iter_mut().for_each(withhold);
        }
        Ok(Step::Done(Tested { remarks, promises }))
    }

    /// Puts the canary and these promises to the test, side by side. The canary comes first.
    fn run(
        &self,
        program: &Program,
        judge: &Program,
        promises: &[Promised],
    ) -> Result<Vec<Tried>, Failure> {
        let all = promises.iter().map(|it| (it.test.as_str(), it.about_any_input));
        self.run_promise(program, judge, [(CANARY, false)].into_iter().chain(all))
    }

    /// Those that the judge was silent about once more: it may have been the machine.
    fn run_unjudged_again(
        &self,
        program: &Program,
        ready: &Ready,
        tested: &mut [Tried],
    ) -> Result<(), Failure> {
        let outside =
            |name: &str| ready.promises.iter().any(|it| it.test == name && it.about_any_input);
        let unjudged: Vec<&mut Tried> = tested.iter_mut().filter(|it| !it.promise.judged).collect();
        let names: Vec<String> = unjudged.iter().map(|one| one.promise.name.clone()).collect();
        let names = names.iter().map(|name| (name.as_str(), outside(name)));
        let again = self.run_promise(program, &ready.judge, names)?;
        unjudged.into_iter().zip(again).for_each(|(old, new)| *old = new);
        Ok(())
    }

    /// Puts promises to the test, each by its name and whether it is judged outside.
    fn run_promise<'n>(
        &self,
        program: &Program,
        judge: &Program,
        promises: impl Iterator<Item = (&'n str, bool)>,
    ) -> Result<Vec<Tried>, Failure> {
        let test = |name: &str, outside: bool| {
            let _permit = self.running.acquire();
            if !outside {
                let promise = self.steps.run(program, name)?;
                return Ok(Tried { promise, unrecorded: false });
            }
            let JudgedOutside { promise, recorded } =
                self.steps.run_outside(program, judge, name)?;
            Ok(Tried { promise, unrecorded: !recorded })
        };
        let tested: Vec<io::Result<Tried>> = thread::scope(|scope| {
            let at_work: Vec<_> =
                promises.map(|(name, outside)| scope.spawn(move || test(name, outside))).collect();
            at_work.into_iter().map(|one| one.join().expect("does not panic")).collect()
        });
        let tested = tested.into_iter().collect::<io::Result<Vec<Tried>>>();
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
        let scratch = self.new_scratch_dir();
        let sound = self.sound(&ready.exercise, &scratch);
        let _ = fs::remove_dir_all(&scratch);
        sound.map(|_| ())
    }

    fn try_out(&self, exercise: GradedExercise) -> Result<Ready, Failure> {
        let (judge, promises) = self.sound(&exercise, &self.new_scratch_dir())?;
        Ok(Ready { exercise, promises, judge })
    }

    /// The promises of an exercise, all of which the course's own answer keeps, and the program with it.
    fn sound(
        &self,
        exercise: &GradedExercise,
        scratch: &Path,
    ) -> Result<(Program, Vec<Promised>), Failure> {
        let output_dir = {
            let _permit = self.compiling.acquire();
            self.steps.build(exercise, &exercise.solution, scratch)?
        };
        let heading = format!("the course's own answer to {}", exercise.slug);
        let program = match output_dir {
            Step::Done(program) => program,
            Step::Broken(what) | Step::Refused(what) | Step::Doubtful(what) => {
                return Err(Failure::machine(format!("{heading} is not accepted.\n\n{what}")));
            }
        };
        let mut promises = exercise.promises(&self.steps.names(&program)?)?;
        let mut tested = self.run(&program, &program, &promises)?;
        let canary = tested.remove(0).promise;
        if !canary.judged || canary.kept() {
            return Err(Failure::machine(format!(
                "{heading} was run, and the judge was not heard: {}",
                canary.printed
            )));
        }
        for (promised, tried) in promises.iter_mut().zip(&tested) {
            promised.about_any_input = tried.promise.report.cases > 0;
        }
        // Those that others keep outside of their process, once more in this way.
        let outside = promises.iter().filter(|it| it.about_any_input);
        let outside = outside.map(|it| (it.test.as_str(), true));
        tested.extend(self.run_promise(&program, &program, outside)?);
        match tested.iter().find(|tried| !tried.promise.kept()) {
            None => Ok((program, promises)),
            Some(Tried { promise: broken, .. }) => {
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
/// returned or panicked with may be megabytes. What it recorded may be thousands of the longest names.
pub fn within_bounds(mut report: Report) -> Report {
    let texts = report.finding.iter_mut().flat_map(|it| [&mut it.happened, &mut it.meaning]);
    let panics = report.panics.iter_mut().map(|panic| &mut panic.message);
    for text in texts.chain(panics) {
        *text = truncate(text, MOST_PRINTED, "…");
    }
    let mut room = MOST_RECORDED;
    let mut fits = |text: &str| {
        let left = room.checked_sub(text.len() + EACH_RECORDED);
        room = left.unwrap_or_default();
        left.is_some()
    };
    let timeline = &mut report.timeline;
    let spans = timeline.spans.len();
    timeline.spans.retain(|span| fits(&span.name));
    timeline.dropped += spans - timeline.spans.len();
    timeline.said.retain(|said| fits(&said.line));
    report
}
