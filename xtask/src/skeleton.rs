//! The skeleton of an exercise, put back where its answer stands. No text is ever lost: what is
//! replaced is kept under a name of its own, and until that copy is safe nothing is replaced.

use crate::course::{Course, Exercise};
use crate::failure::Failure;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What has become of an answer.
#[derive(Debug, PartialEq, Eq)]
pub enum Restored {
    /// The skeleton was there already.
    AsItWas,
    /// The skeleton is there now.
    Replaced {
        /// Where the text is that was there before, from the course's root; `None` when there was
        /// none.
        kept: Option<String>,
        /// What the answer was a link to. That file stays as it is: only the link is replaced.
        link: Option<PathBuf>,
    },
}

/// Whether there is a text that [`restore`] would replace.
pub fn would_replace(course: &Course, exercise: &Exercise) -> Result<bool, Failure> {
    let skeleton = skeleton(course, exercise)?;
    Ok(answer(course, exercise)?.is_some_and(|answer| !same(&answer, &skeleton)))
}

/// Puts the skeleton in the place of the answer.
pub fn restore(course: &Course, exercise: &Exercise) -> Result<Restored, Failure> {
    let skeleton = skeleton(course, exercise)?;
    let before = answer(course, exercise)?;
    if before.as_ref().is_some_and(|before| same(before, &skeleton)) {
        return Ok(Restored::AsItWas);
    }
    let path = course.root().join(exercise.answer());
    let failed = |what: String| {
        move |error: io::Error| {
            let as_it_was = "Nothing was replaced. Once that can be written to, try again.";
            Failure::machine(format!("could not {what}: {error}. {as_it_was}"))
        }
    };
    // First of all, since this is what fails when nothing can be written here.
    let temporary = path.with_extension(format!("rs.new-{}", std::process::id()));
    let written = path.parent().map_or(Ok(()), fs::create_dir_all);
    written
        .and_then(|()| write_new(&temporary, &skeleton))
        .map_err(failed(format!("write {}", exercise.answer())))?;
    let link = fs::read_link(&path).ok();
    let kept = before.map(|before| keep(course, exercise, &before)).transpose();
    let kept = kept.map_err(failed(format!("keep a copy in {}", folder(exercise))));
    let replaced = kept.and_then(|kept| {
        let renamed = fs::rename(&temporary, &path);
        renamed.map_err(failed(format!("replace {}", exercise.answer())))?;
        Ok(Restored::Replaced { kept, link })
    });
    if replaced.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    replaced
}

/// Where copies of what was replaced are kept, from the course's root. Not in the exercise's folder, and
/// by its slug: an update may give the exercise another number, and so another folder.
pub fn folder(exercise: &Exercise) -> String {
    format!("kept/{}", exercise.slug)
}

/// Keeps a text under the first name that is free, and says which.
fn keep(course: &Course, exercise: &Exercise, text: &[u8]) -> io::Result<String> {
    let folder = folder(exercise);
    let path = course.root().join(&folder);
    fs::create_dir_all(&path)?;
    let mut n = 1;
    loop {
        let name = format!("{folder}/lib-{n}.rs");
        match write_new(&course.root().join(&name), text) {
            Ok(()) => return Ok(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => n += 1,
            Err(error) => {
                // Goes only when there is nothing in it.
                let _ = fs::remove_dir(&path);
                return Err(error);
            }
        }
    }
}

/// Writes a file that must not exist yet, whole or not at all.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written
}

fn skeleton(course: &Course, exercise: &Exercise) -> Result<Vec<u8>, Failure> {
    let name = format!("{}/start.rs", exercise.solution());
    let path = course.root().join(&name);
    fs::read(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Failure::machine(format!(
            "the skeleton is gone: {name} does not exist. To get it back: git checkout -- :/{name} \
             (without git, take it from a fresh download of the course)"
        )),
        _ => Failure::file("read", &path, &error),
    })
}

/// The learner's text; `None` when there is none, or only a link to nothing.
fn answer(course: &Course, exercise: &Exercise) -> Result<Option<Vec<u8>>, Failure> {
    let name = exercise.answer();
    let path = course.root().join(&name);
    let unreadable = |error| Failure::file("read", &path, &error);
    match fs::metadata(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(error)),
        Ok(about) if about.is_file() => fs::read(&path).map(Some).map_err(unreadable),
        Ok(about) => {
            let what = if about.is_dir() { "a folder" } else { "no regular file" };
            Err(Failure::machine(format!(
                "{name} is {what}, so it is left alone. Move it to another place and try again."
            )))
        }
    }
}

/// Whether the texts are the same; line ends do not count, since git and editors change them.
fn same(a: &[u8], b: &[u8]) -> bool {
    let significant = |byte: &&u8| **byte != b'\r';
    a.iter().filter(significant).eq(b.iter().filter(significant))
}
