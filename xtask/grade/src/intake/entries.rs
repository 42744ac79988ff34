//! What stands at a place: one submission, or the entries of a class.

use super::answer_paths::AnswerPaths;
use super::archive::{Bytes, Kind};
use super::archive_paths::slashed;
use super::class_or_submission::{self, ClassOrSubmission};
use super::entry_name::{EntryName, is_nobodys, is_wrapper};
use super::folder::{self, Dir, Node};
use super::machine_faults::{CheckedFile, MachineFaults};
use super::submission::{ClassEntry, Source};
use super::submitters;
use super::zipped::Zip;
use super::{MAX_CLASS_ENTRIES, MAX_ENTRIES};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use xtask::failure::Failure;

/// Everything that stands at `sources`, except for the roster.
pub(super) fn entries(
    sources: &[PathBuf],
    roster: Option<&Path>,
    answer_paths: &AnswerPaths,
    faults: &MachineFaults,
) -> Result<Vec<ClassEntry>, Failure> {
    let mut all = Vec::new();
    for (number, path) in sources.iter().enumerate() {
        let mut found = at(path, roster, answer_paths, faults)?;
        if found.is_empty() && roster.is_none() {
            return Err(Failure::usage(format!(
                "{} has nothing to grade: it needs one folder, .zip, .tar.gz or .rs per student",
                path.display()
            )));
        }
        found.iter_mut().for_each(|entry| entry.argument = number);
        all.extend(found);
    }
    Ok(all)
}

/// Tells each entry who handed it in, by the text of Gradescope's own list.
fn with_submitters(mut entries: Vec<ClassEntry>, list: &str) -> Vec<ClassEntry> {
    let mut all = submitters::parse(list);
    for entry in &mut entries {
        entry.name.submitters = all.remove(&entry.name.reads).unwrap_or_default();
    }
    entries
}

fn at(
    path: &Path,
    roster: Option<&Path>,
    answer_paths: &AnswerPaths,
    faults: &MachineFaults,
) -> Result<Vec<ClassEntry>, Failure> {
    let about = faults.check(path, || fs::metadata(path)).map_err(|error| {
        Failure::usage(format!("there is nothing to grade at {}: {error}", path.display()))
    })?;
    if about.is_dir() {
        return folder_at(path, roster, answer_paths, faults);
    }
    if !about.is_file() {
        return Err(Failure::usage(format!(
            "{} is neither a folder nor a file: name a folder with one entry per student",
            path.display()
        )));
    }
    match Kind::of(&path.to_string_lossy()) {
        Kind::Zip => zip_at(path, answer_paths, faults),
        Kind::Tar | Kind::TarGz | Kind::Rust => Ok(vec![whole(path, true, faults)]),
        _ => Err(Failure::usage(format!(
            "{} is no submission: name a folder, a .zip, a .tar.gz or a .rs",
            path.display()
        ))),
    }
}

fn folder_at(
    path: &Path,
    roster: Option<&Path>,
    answer_paths: &AnswerPaths,
    faults: &MachineFaults,
) -> Result<Vec<ClassEntry>, Failure> {
    let unread = |error| Failure::file("read", path, &error);
    let mut dir = Dir::open(path, faults).map_err(unread)?;
    let shape = ClassOrSubmission::of_folder(&dir, answer_paths);
    if let ClassOrSubmission::Submission = shape {
        return Ok(vec![whole(path, false, faults)]);
    }
    let names = |dir: &Dir| {
        let names = dir.names(MAX_CLASS_ENTRIES).map_err(unread)?.ok_or_else(|| {
            let path = path.display();
            Failure::usage(format!(
                "{path} has more than {MAX_CLASS_ENTRIES} entries: grade it in parts"
            ))
        })?;
        Ok(names.into_iter().filter(|name| !is_nobodys(name)).collect::<Vec<_>>())
    };
    let mut listed = names(&dir)?;
    if let ClassOrSubmission::Class(_) = shape
        && let [only] = &listed[..]
        && is_wrapper(&String::from_utf8_lossy(only))
        && let Ok(inner) = dir.folder(only)
    {
        dir = inner;
        listed = names(&dir)?;
    }
    let is_roster = |name: &[u8]| {
        roster.is_some_and(|roster| same(&path.join(OsStr::from_bytes(name)), roster, faults))
    };
    let dir = Rc::new(dir);
    let entry = |name: Vec<u8>| {
        let is_file = !matches!(dir.node(&name), Ok(Node::Folder));
        let source = Source::Named(Rc::clone(&dir), name.clone());
        ClassEntry {
            name: EntryName::of(&name, is_file),
            argument: 0,
            whole: None,
            inside: None,
            source,
        }
    };
    let mut entries = listed.into_iter().filter(|name| !is_roster(name)).map(entry).collect();
    if let Ok(Node::File(_)) = dir.node(submitters::FILE.as_bytes()) {
        let list = dir
            .file(submitters::FILE.as_bytes())
            .and_then(|file| folder::read(file, submitters::MAX))
            .and_then(|bytes| String::from_utf8(bytes).map_err(|_| "is not UTF-8".to_owned()));
        entries = with_submitters(entries, &list.map_err(|why| unread_list(path, &why))?);
    }
    settled(path, false, shape, entries, answer_paths, faults)
}

fn unread_list(path: &Path, why: &str) -> Failure {
    Failure::usage(format!("{} in {} {why}", submitters::FILE, path.display()))
}

/// The entries of a class; or the place as one submission, where that is what it is.
fn settled(
    path: &Path,
    is_file: bool,
    shape: ClassOrSubmission,
    entries: Vec<ClassEntry>,
    answer_paths: &AnswerPaths,
    faults: &MachineFaults,
) -> Result<Vec<ClassEntry>, Failure> {
    match shape {
        ClassOrSubmission::Class(_) => Ok(entries),
        ClassOrSubmission::Submission => Ok(vec![whole(path, is_file, faults)]),
        ClassOrSubmission::Doubtful(_, names) => {
            class_or_submission::is_no_class(path, &names, &entries, answer_paths)?;
            Ok(vec![whole(path, is_file, faults)])
        }
    }
}

fn whole(path: &Path, is_file: bool, faults: &MachineFaults) -> ClassEntry {
    // `.` and `..` have no name of their own.
    let named = faults.check(path, || path.canonicalize()).unwrap_or_else(|_| path.to_owned());
    let raw = path.file_name().or(named.file_name()).unwrap_or(OsStr::new("submission"));
    ClassEntry {
        name: EntryName::of(raw.as_bytes(), is_file),
        argument: 0,
        whole: Some(path.to_owned()),
        inside: None,
        source: Source::Path(path.to_owned(), faults.clone()),
    }
}

fn zip_at(
    archive: &Path,
    answer_paths: &AnswerPaths,
    faults: &MachineFaults,
) -> Result<Vec<ClassEntry>, Failure> {
    let file = CheckedFile::open(archive, faults)
        .map_err(|error| Failure::file("read", archive, &error))?;
    // A broken archive may be a student's, who then is told so.
    let Ok(zip) = Zip::open(Bytes::File(file), MAX_CLASS_ENTRIES) else {
        return Ok(vec![whole(archive, true, faults)]);
    };
    let shape = ClassOrSubmission::of_zip(&zip, answer_paths);
    let inside = class_or_submission::folder_around(&zip);
    let inside = inside.map(|name| EntryName::of(name.as_bytes(), false));
    let depth = match shape {
        ClassOrSubmission::Submission => {
            return Ok(vec![ClassEntry { inside, ..whole(archive, true, faults) }]);
        }
        ClassOrSubmission::Class(depth) | ClassOrSubmission::Doubtful(depth, _) => depth,
    };
    if zip.more {
        return Err(Failure::usage(format!(
            "{} has more than {MAX_CLASS_ENTRIES} files: unpack it and name the folder",
            archive.display()
        )));
    }
    let mut groups: BTreeMap<(Vec<u8>, bool), Vec<_>> = BTreeMap::new();
    for (i, member) in zip.members.iter().enumerate() {
        let raw = slashed(&member.raw);
        let Some((top, last)) = raw_part(&raw, depth) else { continue };
        if is_nobodys(top) || top == b".." {
            continue;
        }
        let is_file = last && !member.is_folder;
        let from = if is_file { depth } else { depth + 1 };
        let path = member.path.clone().map(|path| path.get(from..).unwrap_or_default().to_vec());
        let group = groups.entry((top.to_vec(), is_file)).or_default();
        // One more than are looked at, so that it is said.
        if group.len() <= MAX_ENTRIES {
            group.push((i, path));
        }
    }
    let list = zip.members.iter().find(|member| {
        let path = member.path.as_deref().unwrap_or_default();
        path.len() == depth + 1 && path[depth] == submitters::FILE
    });
    let list = list.map(|member| zip.text(member, submitters::MAX)).transpose();
    let list = list.map_err(|why| unread_list(archive, &why))?;
    let zip = Rc::new(zip);
    let entry = |((top, is_file), members): ((Vec<u8>, bool), Vec<_>)| {
        let source = Source::Zipped(Rc::clone(&zip), members);
        ClassEntry {
            name: EntryName::of(&top, is_file),
            argument: 0,
            whole: None,
            inside: None,
            source,
        }
    };
    let entries = groups.into_iter().map(entry).collect();
    let entries = with_submitters(entries, list.as_deref().unwrap_or_default());
    let mut settled = settled(archive, true, shape, entries, answer_paths, faults)?;
    settled
        .iter_mut()
        .filter(|one| one.whole.is_some())
        .for_each(|one| one.inside = inside.clone());
    Ok(settled)
}

/// The part number `n` of a member's name, and whether it is the last one.
fn raw_part(raw: &[u8], n: usize) -> Option<(&[u8], bool)> {
    let mut parts = raw.split(|b| *b == b'/').filter(|part| !part.is_empty() && *part != b".");
    let part = parts.nth(n)?;
    Some((part, parts.next().is_none()))
}

fn same(a: &Path, b: &Path, faults: &MachineFaults) -> bool {
    let real = |path: &Path| faults.check(path, || path.canonicalize());
    matches!((real(a), real(b)), (Ok(a), Ok(b)) if a == b)
}
