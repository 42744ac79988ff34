//! Decides whether a path that the instructor names is one submission or a class.

use super::MAX_CLASS_ENTRIES;
use super::answer_paths::{AnswerPaths, is_skipped};
use super::archive::Kind;
use super::archive_paths::shown;
use super::collected_files::CollectedFiles;
use super::entry_name::{EntryName, is_nobodys, is_wrapper};
use super::folder::{Dir, Node};
use super::submission::ClassEntry;
use super::zipped::Zip;
use std::collections::BTreeSet;
use std::path::Path;
use verdict::text::list;
use xtask::failure::Failure;

/// What a folder or a zip looks like.
pub(super) enum ClassOrSubmission {
    Submission,
    /// The students' entries are so many folders down.
    Class(usize),
    /// The same, or else it is one submission: it begins with these names. People may be called so, or
    /// may have put their answer among the others' folders.
    Doubtful(usize, Vec<String>),
}

impl ClassOrSubmission {
    pub fn of_folder(dir: &Dir, answer_paths: &AnswerPaths) -> ClassOrSubmission {
        let with = |name: &Vec<u8>| begins_with(dir, name, &mut Vec::new(), answer_paths);
        let beginnings = names(dir).into_iter().filter(with);
        let beginnings = beginnings.map(|name| String::from_utf8_lossy(&name).into());
        ClassOrSubmission::beginning(0, beginnings).unwrap_or(ClassOrSubmission::Class(0))
    }

    /// A folder around everything is the class's when it is as Gradescope names it or holds several
    /// entries, and a submission's when the course begins in it.
    pub fn of_zip(zip: &Zip, answer_paths: &AnswerPaths) -> ClassOrSubmission {
        let paths: Vec<&[String]> = zip
            .members
            .iter()
            .filter(|member| !member.is_folder)
            .filter_map(|member| member.path.as_deref().ok())
            .filter(|path| path.first().is_some_and(|top| !is_nobodys(top.as_bytes())))
            .collect();
        let tops =
            |paths: &mut dyn Iterator<Item = &&[String]>, depth: usize| -> BTreeSet<String> {
                paths.filter_map(|path| path.get(depth)).cloned().collect()
            };
        let beginning = |depth: usize| {
            let exercise_of =
                |path: &[String]| answer_paths.exercise_of(path.get(depth..).unwrap_or_default());
            let begins =
                |path: &&&[String]| exercise_of(path).is_some_and(|answer| answer.at_the_top);
            ClassOrSubmission::beginning(depth, tops(&mut paths.iter().filter(begins), depth))
        };
        if let Some(shape) = beginning(0) {
            return shape;
        }
        let outer = tops(&mut paths.iter(), 0);
        let wrapped = outer.len() == 1 && paths.iter().all(|path| path.len() > 1);
        let Some(only) = outer.first().filter(|_| wrapped) else {
            return ClassOrSubmission::Class(0);
        };
        if EntryName::of(only.as_bytes(), false).exported {
            return ClassOrSubmission::Class(0);
        }
        let several = tops(&mut paths.iter(), 1).len() > 1;
        beginning(1).unwrap_or(ClassOrSubmission::Class(usize::from(is_wrapper(only) || several)))
    }

    /// The shape of what begins with these names, if it begins with any.
    fn beginning(
        depth: usize,
        names: impl IntoIterator<Item = String>,
    ) -> Option<ClassOrSubmission> {
        let names: Vec<String> = names.into_iter().collect();
        // Nobody is called so.
        let is_sure =
            names.iter().any(|name| ["exercises", "src"].contains(&&name.to_lowercase()[..]));
        match is_sure {
            _ if names.is_empty() => None,
            true => Some(ClassOrSubmission::Submission),
            false => Some(ClassOrSubmission::Doubtful(depth, names)),
        }
    }
}

/// The one folder that everything in a zip is in.
pub(super) fn folder_around(zip: &Zip) -> Option<String> {
    let paths = zip.members.iter().filter_map(|member| member.path.as_deref().ok());
    let mut paths =
        paths.filter(|path| path.first().is_some_and(|top| !is_nobodys(top.as_bytes())));
    let first = paths.next()?.first()?;
    paths.all(|path| path[0] == *first).then(|| first.clone())
}

/// Whether a submission begins right in `dir`, which is at `path` from where we began to look.
fn begins(dir: &Dir, path: &mut Vec<String>, answer_paths: &AnswerPaths) -> bool {
    names(dir).iter().any(|name| begins_with(dir, name, path, answer_paths))
}

fn begins_with(dir: &Dir, name: &[u8], path: &mut Vec<String>, answer_paths: &AnswerPaths) -> bool {
    let Ok(text) = str::from_utf8(name) else { return false };
    path.push(text.to_owned());
    let here = match answer_paths.exercise_of(path) {
        Some(answer) if answer.at_the_top => !matches!(dir.node(name), Ok(Node::Folder) | Err(_)),
        _ => {
            answer_paths.leads(path)
                && dir.folder(name).is_ok_and(|inner| begins(&inner, path, answer_paths))
        }
    };
    path.pop();
    here
}

fn names(dir: &Dir) -> Vec<Vec<u8>> {
    dir.names(MAX_CLASS_ENTRIES).ok().flatten().unwrap_or_default()
}

/// Whoever is called as an exercise is, `select` say, has a folder that looks like the begin of one
/// submission, and so has an answer that lies among the students' folders: everybody else would be taken
/// for a part of that. Where there are others who have
/// answers of their own, only the instructor knows.
pub(super) fn is_no_class(
    path: &Path,
    beginnings: &[String],
    entries: &[ClassEntry],
    answer_paths: &AnswerPaths,
) -> Result<(), Failure> {
    let Some(other) = entries.iter().find(|entry| stands_alone(entry, beginnings, answer_paths))
    else {
        return Ok(());
    };
    let names: Vec<String> = beginnings.iter().map(|name| shown(name)).collect();
    let way = match answer_paths.may_be_a_name(&beginnings[0])
        && Kind::of(&beginnings[0]) != Kind::Rust
    {
        true => "into a .zip of that name and leave that in its place",
        false => "into a folder with the name of the student whose it is",
    };
    Err(Failure::usage(format!(
        "{} may be a class, for {} in it has answers of its own, or one submission, for {} in it is called \
         as an exercise is. If it is a class, put {} {way}. If it is one submission, make a .tar.gz of all \
         of it and name that",
        path.display(),
        shown(&other.name.reads),
        list(&names, 3),
        names[0],
    )))
}

/// Whether an entry looks like a student's of its own.
fn stands_alone(entry: &ClassEntry, beginnings: &[String], answer_paths: &AnswerPaths) -> bool {
    let name = entry.name.file.as_ref().unwrap_or(&entry.name.reads);
    // A single file may as well be a module that was left beside the answer.
    let belongs = beginnings.contains(name)
        || answer_paths.may_be_a_name(name)
        || is_skipped(name)
        || Kind::of(name) == Kind::Rust;
    if belongs && !entry.name.exported {
        return false;
    }
    let mut files = CollectedFiles::new(answer_paths);
    entry.collect(&mut files);
    !files.finish().answers.is_empty()
}
