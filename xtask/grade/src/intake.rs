//! What was handed in: one text per student and exercise, out of folders and archives that nobody has
//! looked at yet.
//!
//! A *place* is what the instructor names. It is **one submission** when the course begins right in
//! it: `exercises/NN-slug/src/lib.rs`, `NN-slug/src/lib.rs`, `NN-slug/lib.rs`, or a file named like an
//! exercise; so is a `.rs` file, a `.tar.gz`, and a `.zip` whose one folder is such a submission.
//! Any other folder or `.zip` is **a class**, each entry a student's.
//!
//! Of a submission nothing is taken but the text of the files that a learner may edit, and nothing is
//! ever written to a disk. Folders are walked by their handles, so no link in a place is followed to
//! read anything, not even one that is put there meanwhile. (Where there is a roster, each entry of a
//! class is asked where it leads: the roster itself, beside the submissions, is nobody's.)

mod answer_paths;
mod archive;
mod archive_paths;
mod class_or_submission;
mod collected_files;
mod entries;
mod entry_name;
mod exercise_content;
mod folder;
mod id;
mod people;
mod roster;
mod tarball;
#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) use tests::exercise;
mod machine_faults;
mod open_archive;
mod submission;
mod submitters;
mod typed_text;
mod zipped;

use crate::results::Student;
use answer_paths::AnswerPaths;
use machine_faults::MachineFaults;
use people::Person;
pub use people::came;
use roster::Roster;
pub use roster::key::personal;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;

/// The largest answer that is read, in bytes.
pub const MAX_ANSWER: u64 = 256 * 1024;
/// How many files and folders of one submission are looked at, those in its archives too.
pub const MAX_ENTRIES: usize = 20_000;
/// How many folders deep a file is looked for, the file's own name not counted.
pub const MAX_FOLDERS: usize = 9;
/// How many bytes are unpacked for one submission.
pub const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// The largest archive inside a class's own that is opened, in bytes: it is held in memory.
pub const MAX_INNER_ARCHIVE: u64 = 64 * 1024 * 1024;
/// How many files a whole class's archive may have.
pub const MAX_CLASS_ENTRIES: usize = 1_000_000;

/// One student's work, as far as it is ours to grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submission {
    pub student: Student,
    /// By slug. What was not handed in is not there.
    pub answers: BTreeMap<String, Answer>,
    /// Whether an exercise without an answer was really not handed in. It may be in what could not be
    /// read, or be a file of which nobody knows what it answers.
    pub complete: bool,
    /// What the instructor should know of the submission as a whole.
    pub remarks: Vec<String>,
    /// Whether the platform's name for it says that it came late; `None` where it says nothing of it.
    pub late: Option<bool>,
}

/// What was handed in for one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The text: UTF-8 without a byte order mark, line ends as they were.
    Source(String),
    /// Why it was not accepted, in words for the student that end with the next step.
    Refused(String),
}

/// Takes what stands at `sources`, in the order of the students' ids. Entries of the same name in
/// several places are one student's, and what is in the last place counts. Fails only for what the
/// instructor can put right: a place that is not there, a roster that does not fit, a machine that fails.
/// What is wrong with a submission is a remark on it.
pub fn take(
    sources: &[PathBuf],
    roster: Option<&Path>,
    course: &Course,
    graded: &[&Exercise],
) -> Result<Vec<Submission>, Failure> {
    take_by(sources, roster, &AnswerPaths::of(course, graded))
}

fn take_by(
    sources: &[PathBuf],
    roster: Option<&Path>,
    answer_paths: &AnswerPaths,
) -> Result<Vec<Submission>, Failure> {
    let faults = MachineFaults::default();
    let entries = entries::entries(sources, roster, answer_paths, &faults);
    faults.none_yet()?;
    let roster = roster.map(Roster::read).transpose()?;
    let people = people::people(entries?, roster.as_ref())?;
    let submission = |person: Person| {
        let submission = person.submission(answer_paths);
        faults.none_yet().map(|()| submission)
    };
    let mut all = people.into_iter().map(submission).collect::<Result<Vec<_>, _>>()?;
    all.sort_by(|a, b| a.student.id.cmp(&b.student.id));
    Ok(all)
}
