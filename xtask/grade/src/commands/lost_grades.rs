//! Finds the grades that a command would delete. A folder holds one class: students and exercises that are not
//! in the command would have no grade in it any more.
//!
//! It is told by the results that stand there. (`class.json` is gone from the first new result on until a
//! run has come to its end, and a run that is broken off may have been the wrong one.)

use crate::intake::{self, Submission};
use crate::results::{Graded, Status, Student, Syllabus};
use crate::store::Store;
use std::collections::{BTreeSet, HashSet};
use verdict::text::{count, list};
use xtask::course::Exercise;
use xtask::failure::Failure;

/// How many are named.
const NAMED: usize = 3;

/// What is in a call.
#[derive(Default)]
pub struct Coverage {
    /// The exercises that it is about, and those to which somebody has an answer.
    exercises: BTreeSet<String>,
    answered: BTreeSet<String>,
    /// Who handed in something, be it no answer: what counts is what they handed in last.
    came: HashSet<String>,
    /// What the roster says of them that is one person's alone.
    personal: HashSet<(String, String)>,
}

impl Coverage {
    /// A call that grades.
    pub fn of_submissions(exercises: &[&Exercise], submissions: &[Submission]) -> Coverage {
        let slugs = exercises.iter().map(|exercise| exercise.slug.clone());
        let mut coverage = Coverage { exercises: slugs.collect(), ..Coverage::default() };
        for submission in submissions {
            coverage.add(&submission.student, &submission.remarks);
            coverage.answered.extend(submission.answers.keys().cloned());
        }
        coverage
    }

    /// A call about results, which [`add_result`](Coverage::add_result) adds.
    pub fn of_results(syllabus: &Syllabus) -> Coverage {
        let slugs = syllabus.exercises.iter().map(|entry| entry.slug.clone());
        Coverage { exercises: slugs.collect(), ..Coverage::default() }
    }

    pub fn add_result(&mut self, graded: &Graded) {
        self.add(&graded.student, &graded.remarks);
        self.answered.extend(answered(graded).map(str::to_owned));
    }

    fn add(&mut self, student: &Student, remarks: &[String]) {
        if intake::came(remarks) {
            self.came.insert(student.id.clone());
            self.personal.extend(intake::personal(student));
        }
    }

    fn has(&self, student: &Student) -> bool {
        self.came.contains(&student.id)
            || intake::personal(student).iter().any(|cell| self.personal.contains(cell))
    }

    /// What of the results in `store` would be lost, and what to do, if anything would be.
    pub fn loss(&self, store: &Store) -> Result<Option<String>, Failure> {
        let mut exercises = BTreeSet::new();
        let mut unanswered = BTreeSet::new();
        let mut gone = Vec::new();
        for graded in store.results()? {
            let left_out = graded.exercises.keys().filter(|slug| !self.exercises.contains(*slug));
            exercises.extend(left_out.cloned());
            let answers: Vec<&str> = answered(&graded).collect();
            if !answers.is_empty() && !self.has(&graded.student) {
                gone.push(graded.student.id.clone());
            }
            let lost = answers.into_iter().filter(|slug| !self.answered.contains(*slug));
            unanswered.extend(lost.map(str::to_owned));
        }
        let folder = store.folder().display();
        if !exercises.is_empty() {
            let exercises: Vec<String> = exercises.into_iter().collect();
            return Ok(Some(format!(
                "{folder} holds a class that was graded in {} too, and this run would leave that out. Give \
                 this choice of exercises a folder of its own with --out",
                list(&exercises, NAMED)
            )));
        }
        let have = |n| if n == 1 { "has" } else { "have" };
        let what = if !gone.is_empty() {
            let n = gone.len();
            format!(
                "{} had answers in {folder} and {} handed in nothing in this call: {}",
                count(n, "student"),
                have(n),
                list(&gone, NAMED)
            )
        } else if !unanswered.is_empty() {
            let slugs: Vec<String> = unanswered.into_iter().collect();
            format!(
                "in {folder} there are answers to {}, and in this call none",
                list(&slugs, NAMED)
            )
        } else {
            return Ok(None);
        };
        Ok(Some(format!(
            "{what}. Their grades would be lost. Name everything that was handed in, not only what is new; \
             or another folder with --out, if this is another class, if ids changed with the roster, or if \
             whoever is not here is to have no grade"
        )))
    }
}

/// The exercises that a student answered, whatever came of it.
fn answered(graded: &Graded) -> impl Iterator<Item = &str> {
    let is_none = |status| matches!(status, Status::Missing | Status::Unrecognised);
    let answers = graded.exercises.iter().filter(move |(_, result)| !is_none(result.status));
    answers.map(|(slug, _)| slug.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::{Answer, exercise};
    use crate::results::{ExerciseEntry, ExerciseResult, Points};
    use crate::seed::Seed;
    use crate::store::ResultsKind;
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::PathBuf;

    const NOTHING: &str = "nothing was handed in";

    #[test]
    fn who_is_not_in_the_call_would_lose_their_grades() {
        let folder = Folder::of("batch", &[result("ada", &["gather"]), result("bob", &["gather"])]);
        let late = [submission("bob", &["gather"])];
        let said = folder.loss(&late).expect("a loss");
        assert!(said.contains("1 student had answers in "), "{said}");
        assert!(said.contains(" and has handed in nothing in this call: ada."), "{said}");
        // A roster tells of her, and that makes no difference.
        let mut ada = submission("ada", &[]);
        ada.remarks.push(NOTHING.to_owned());
        let late = [late[0].clone(), ada];
        assert!(folder.loss(&late).is_some());
        let all = ["ada", "bob", "cy"].map(|id| submission(id, &["gather"]));
        assert_eq!(folder.loss(&all), None);
    }

    #[test]
    fn no_student_can_stop_the_class_by_what_they_hand_in() {
        let folder = Folder::of("empty", &[result("ada", &["gather"]), result("bob", &["gather"])]);
        let damaged = [submission("ada", &["gather"]), submission("bob", &[])];
        assert_eq!(folder.loss(&damaged), None);
    }

    #[test]
    fn who_never_had_an_answer_may_go() {
        let folder = Folder::of("went", &[result("ada", &["gather"]), result("bob", &[])]);
        assert_eq!(folder.loss(&[submission("ada", &["gather"])]), None);
    }

    #[test]
    fn an_exercise_that_nobody_answers_any_more_would_be_lost() {
        let folder = Folder::of("week", &[result("ada", &["gather"]), result("bob", &[])]);
        let week_two = ["ada", "bob"].map(|id| submission(id, &["select"]));
        let said = folder.loss(&week_two).expect("a loss");
        assert!(said.contains("there are answers to gather, and in this call none"), "{said}");
        let gather = [exercise("01", "gather")];
        let coverage = Coverage::of_submissions(&[&gather[0]], &week_two);
        let said = loss(&coverage, &folder.store).expect("a loss");
        assert!(said.contains("graded in select too"), "{said}");
    }

    #[test]
    fn who_has_another_number_and_the_same_address_is_the_same() {
        let roster = |id: &str| {
            BTreeMap::from([
                ("Submission ID".to_owned(), id.to_owned()),
                ("Email".to_owned(), "Ada@example.org".to_owned()),
            ])
        };
        let mut before = result("7", &["gather"]);
        before.student.roster = roster("7");
        let folder = Folder::of("again", &[before]);
        let mut again = submission("12", &["gather"]);
        assert!(folder.loss(&[again.clone()]).is_some());
        again.student.roster = roster("12");
        assert_eq!(folder.loss(&[again]), None);
    }

    struct Folder {
        path: PathBuf,
        store: Store,
    }

    impl Folder {
        fn of(name: &str, results: &[Graded]) -> Folder {
            let path = std::env::temp_dir().join(format!("losses-{name}-{}", std::process::id()));
            let store = Store::open(&path).unwrap_or_else(|failure| panic!("{failure}"));
            let entry = |slug: &str| ExerciseEntry {
                number: "01".to_owned(),
                slug: slug.to_owned(),
                title: slug.to_owned(),
                points: Points::whole(1),
                promises: Vec::new(),
            };
            let syllabus = Syllabus { exercises: vec![entry("gather"), entry("select")] };
            for graded in results {
                let saved = store.save(ResultsKind::Results, graded, &syllabus);
                saved.unwrap_or_else(|failure| panic!("{failure}"));
            }
            Folder { path, store }
        }

        fn loss(&self, submissions: &[Submission]) -> Option<String> {
            let exercises = [exercise("01", "gather"), exercise("04", "select")];
            let exercises: Vec<&Exercise> = exercises.iter().collect();
            loss(&Coverage::of_submissions(&exercises, submissions), &self.store)
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.path);
        }
    }

    fn loss(coverage: &Coverage, store: &Store) -> Option<String> {
        coverage.loss(store).unwrap_or_else(|failure| panic!("{failure}"))
    }

    fn student(id: &str) -> Student {
        Student { id: id.to_owned(), name: id.to_owned(), stranger: false, roster: BTreeMap::new() }
    }

    fn submission(id: &str, slugs: &[&str]) -> Submission {
        let answer = |slug: &&str| ((*slug).to_owned(), Answer::Source(String::new()));
        let answers = slugs.iter().map(answer).collect();
        let remarks = Vec::new();
        Submission { student: student(id), answers, complete: true, remarks, late: None }
    }

    /// Somebody who answered these exercises and no other.
    fn result(id: &str, answered: &[&str]) -> Graded {
        let one = |slug: &str| {
            let status = if answered.contains(&slug) { Status::Ran } else { Status::Missing };
            let (key, remarks, diagnostics, flags, promises) = Default::default();
            let (adjusted, on_time) = Default::default();
            let result = ExerciseResult {
                key,
                status,
                remarks,
                diagnostics,
                flags,
                promises,
                adjusted,
                on_time,
            };
            (slug.to_owned(), result)
        };
        let exercises = ["gather", "select"].map(one).into();
        Graded {
            student: student(id),
            tier: String::new(),
            seed: Seed::FIXED,
            handed_in: Default::default(),
            remarks: Vec::new(),
            exercises,
        }
    }
}
