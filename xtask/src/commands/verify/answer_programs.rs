//! Compiles known answers with their exercise's tests, and runs each as often as is asked.

use super::known_answers::{Answer, Kind};
use crate::attempt::promise::{self, Promise};
use crate::compiler::Diagnostic;
use crate::course::Exercise;
use crate::failure::Failure;
use crate::process::CancellationToken;
use crate::scratch_compiler::{Built, ScratchCompiler};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Mutex;
use std::thread;

/// The answers to one exercise, each a program.
pub(super) struct AnswerPrograms {
    programs: Vec<Compiled>,
    /// The names of the tests, which are the same in all programs.
    tests: Vec<String>,
}

/// An answer and its program, or the compiler's refusal (of the solution also with the live example).
type Compiled = Result<(Built, PathBuf), Vec<Diagnostic>>;

impl AnswerPrograms {
    /// Compiles all answers, a core each.
    pub(super) fn set_up(
        compiler: &ScratchCompiler,
        exercise: &Exercise,
        answers: &[Answer],
    ) -> Result<AnswerPrograms, Failure> {
        let next = Mutex::new(0..answers.len());
        let cores = thread::available_parallelism().map_or(2, usize::from);
        let mut compiled: Vec<(usize, Compiled)> = thread::scope(|scope| {
            let workers: Vec<_> = (0..cores)
                .map(|_| {
                    scope.spawn(|| {
                        let mut done = Vec::new();
                        loop {
                            let index = next.lock().ok().and_then(|mut left| left.next());
                            let Some(index) = index else { return Ok(done) };
                            done.push((index, compile(compiler, exercise, &answers[index])?));
                        }
                    })
                })
                .collect();
            let finished = workers.into_iter().map(|worker| worker.join().expect("does not panic"));
            let parts: Vec<Vec<_>> = finished.collect::<Result<_, Failure>>()?;
            Ok(parts.into_iter().flatten().collect())
        })?;
        compiled.sort_by_key(|(index, _)| *index);
        let programs: Vec<Compiled> = compiled.into_iter().map(|(_, it)| it).collect();
        let tests = match programs.iter().flatten().next() {
            Some((_, any)) => promise::names(any, exercise.test.as_ref())?,
            None => Vec::new(),
        };
        Ok(AnswerPrograms { programs, tests })
    }

    /// Of each answer what the compiler warned of, or its refusal.
    pub(super) fn compiled(&self) -> impl Iterator<Item = Result<&[Diagnostic], &[Diagnostic]>> {
        self.programs.iter().map(|compiled| match compiled {
            Ok((built, _)) => Ok(built.warnings.as_slice()),
            Err(said) => Err(said.as_slice()),
        })
    }

    /// Puts all answers to the test side by side, once for each of `seeds`: of each answer its rounds,
    /// and of each round its promises. One that does not compile has no rounds.
    pub(super) fn rounds(&self, seeds: Range<u64>) -> Result<Vec<Vec<Vec<Promise>>>, Failure> {
        let mut rounds: Vec<Vec<Vec<Promise>>> = self.programs.iter().map(|_| Vec::new()).collect();
        for seed in seeds {
            for (all, promises) in rounds.iter_mut().zip(self.round(seed)?) {
                all.extend(promises);
            }
        }
        Ok(rounds)
    }

    fn round(&self, seed: u64) -> Result<Vec<Option<Vec<Promise>>>, Failure> {
        let owner = |answer: usize| answer.to_string();
        let mut promises = Vec::new();
        for (answer, compiled) in self.programs.iter().enumerate() {
            let Ok((_, program)) = compiled else { continue };
            let tests = self.tests.iter();
            promises.extend(tests.map(|test| (owner(answer), program.clone(), test.clone())));
        }
        let mut tested = promise::test_all(promises, seed, &CancellationToken::default())?;
        let mut of = |answer| tested.remove(&owner(answer)).unwrap_or_default();
        let all = self.programs.iter().enumerate();
        let all = all.map(|(answer, compiled)| compiled.is_ok().then(|| of(answer)));
        Ok(all.collect())
    }
}

fn compile(
    compiler: &ScratchCompiler,
    exercise: &Exercise,
    answer: &Answer,
) -> Result<Compiled, Failure> {
    Ok(match compiler.compile(exercise, &answer.file)? {
        Ok(built) => {
            let live = match answer.kind {
                Kind::Solution => compiler.live(exercise, &built)?.map(|_| ()),
                _ => Ok(()),
            };
            let tests = compiler.with_tests(exercise, &built)?;
            live.and(tests).map(|program| (built, program))
        }
        Err(said) => Err(said),
    })
}
