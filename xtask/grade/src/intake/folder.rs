//! Folders, walked by their handles: a name is only ever looked up in a folder that is already open,
//! and never followed when it is a link.

use super::MAX_FOLDERS;
use super::answer_paths::is_skipped;
use super::archive::{Bytes, Kind};
use super::archive_paths::{joined, shown};
use super::collected_files::{CollectedFiles, FileKind};
use super::machine_faults::{CheckedFile, MachineFaults};
use super::open_archive;
use rustix::fs::{AtFlags, FileType, Mode, OFlags, Stat, fstat, openat, statat};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

/// An open folder.
pub(super) struct Dir {
    folder: OwnedFd,
    /// For messages only: nothing is ever opened by it.
    path: PathBuf,
    faults: MachineFaults,
}

/// What a name in a folder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Folder,
    File(u64),
    Link,
    /// A pipe, a device, a socket.
    Other,
}

impl Dir {
    /// The folder that the instructor named. Their own links are followed.
    pub fn open(path: &Path, faults: &MachineFaults) -> io::Result<Dir> {
        let folder = faults.check(path, || File::open(path))?.into();
        Ok(Dir { folder, path: path.to_owned(), faults: faults.clone() })
    }

    /// The names in it, sorted; `None` when they are more than `most`, so that what is left out never
    /// depends on the order in which a disk has them.
    pub fn names(&self, most: usize) -> io::Result<Option<Vec<Vec<u8>>>> {
        self.faults.check(&self.path, || -> io::Result<_> {
            let mut names = Vec::new();
            for entry in rustix::fs::Dir::read_from(&self.folder)? {
                let entry = entry?;
                let name = entry.file_name().to_bytes();
                if name == b"." || name == b".." {
                    continue;
                }
                if names.len() == most {
                    return Ok(None);
                }
                names.push(name.to_vec());
            }
            names.sort();
            Ok(Some(names))
        })
    }

    /// What `name` is, without opening it.
    pub fn node(&self, name: &[u8]) -> io::Result<Node> {
        let stat = self.stat(name)?;
        Ok(match FileType::from_raw_mode(stat.st_mode) {
            FileType::Directory => Node::Folder,
            FileType::RegularFile => Node::File(u64::try_from(stat.st_size).unwrap_or(0)),
            FileType::Symlink => Node::Link,
            _ => Node::Other,
        })
    }

    /// The folder `name` in it, unless that is a link.
    pub fn folder(&self, name: &[u8]) -> io::Result<Dir> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let (folder, path) = self.opened(name, flags)?;
        Ok(Dir { folder, path, faults: self.faults.clone() })
    }

    /// The regular file `name` in it, opened so that nothing else can keep us waiting, or why not.
    ///
    /// A file with a second name is refused: the other one may lie outside the submission, and be
    /// somebody's who did not mean to hand it in.
    pub fn file(&self, name: &[u8]) -> Result<CheckedFile, String> {
        let unread = |error: io::Error| format!("could not be read ({error}): hand it in again");
        let regular = |mode| FileType::from_raw_mode(mode) == FileType::RegularFile;
        let stat = self.stat(name).map_err(unread)?;
        let odd = || "is not a regular file: hand in a plain text file".to_owned();
        if !regular(stat.st_mode) {
            return Err(odd());
        }
        let flags =
            OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
        let (file, path) = self.opened(name, flags).map_err(unread)?;
        // It may have been exchanged since.
        let stat = self.faults.check(&path, || fstat(&file)).map_err(unread)?;
        if !regular(stat.st_mode) {
            return Err(odd());
        }
        if stat.st_nlink > 1 {
            return Err(
                "is a hard link, another name of a file elsewhere: hand in a copy".to_owned()
            );
        }
        Ok(CheckedFile { file: file.into(), path, faults: self.faults.clone() })
    }

    fn stat(&self, name: &[u8]) -> io::Result<Stat> {
        let stat = || statat(&self.folder, name, AtFlags::SYMLINK_NOFOLLOW);
        self.faults.check(&self.called(name), stat)
    }

    fn opened(&self, name: &[u8], flags: OFlags) -> io::Result<(OwnedFd, PathBuf)> {
        let path = self.called(name);
        let open = || openat(&self.folder, name, flags, Mode::empty());
        Ok((self.faults.check(&path, open)?, path))
    }

    fn called(&self, name: &[u8]) -> PathBuf {
        self.path.join(OsStr::from_bytes(name))
    }
}

/// Looks at everything in `dir`, which is at `path` from where the submission begins.
pub(super) fn walk(dir: &Dir, path: &mut Vec<String>, files: &mut CollectedFiles) {
    let names = match dir.names(files.entries_left()) {
        Ok(Some(names)) => names,
        Ok(None) => {
            files.count(usize::MAX);
            return;
        }
        Err(error) => return unread(path, &error, files),
    };
    files.count(names.len());
    let mut folders = Vec::new();
    for name in names {
        let text = String::from_utf8_lossy(&name).into_owned();
        match dir.node(&name) {
            Ok(Node::Folder) if is_skipped(&text) => {}
            Ok(Node::Folder) => folders.push((name, text)),
            Ok(node) => {
                path.push(text);
                file(dir, &name, node, path, files);
                path.pop();
            }
            Err(error) => {
                path.push(text);
                unread(path, &error, files);
                path.pop();
            }
        }
    }
    if path.len() == MAX_FOLDERS {
        return;
    }
    // Junk beside the course must not use up what may be looked at.
    let leads = |text: &String| {
        files.answer_paths().leads(&[&path[..], std::slice::from_ref(text)].concat())
    };
    let mut ordered: Vec<_> =
        folders.iter().map(|(name, text)| (!leads(text), name, text)).collect();
    ordered.sort();
    for (_, name, text) in ordered {
        path.push(text.clone());
        match dir.folder(name) {
            Ok(folder) => walk(&folder, path, files),
            Err(error) => unread(path, &error, files),
        }
        path.pop();
    }
}

/// Looks at the file `name` in `dir`, which the student knows as `path`.
pub(super) fn file(
    dir: &Dir,
    name: &[u8],
    node: Node,
    path: &[String],
    files: &mut CollectedFiles,
) {
    let what = match node {
        Node::File(size) => FileKind::File(size),
        Node::Link => FileKind::Link,
        Node::Folder | Node::Other => FileKind::Other,
    };
    let hidden = path.last().is_none_or(|file| file.starts_with('.'));
    let kind = path.last().map_or(Kind::Other, |file| Kind::of(file));
    match (kind, what) {
        _ if hidden => {}
        (Kind::Zip | Kind::Tar | Kind::TarGz, FileKind::File(_)) => match dir.file(name) {
            Ok(file) => open_archive::collect(&path.join("/"), kind, Bytes::File(file), files),
            Err(why) => files.remark(format!("`{}` {why}.", joined(path))),
        },
        (Kind::Foreign, _) => files.closed(&path.join("/")),
        _ => files.file("", path, what, |_, limit| read(dir.file(name)?, limit)),
    }
}

/// The bytes of a file, up to `limit` and one more.
pub(super) fn read(file: CheckedFile, limit: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    match file.take(limit + 1).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(format!("could not be read ({error}): hand it in again")),
    }
}

fn unread(path: &[String], error: &io::Error, files: &mut CollectedFiles) {
    let name = if path.is_empty() { "It".to_owned() } else { format!("`{}`", joined(path)) };
    files.remark(format!("{name} could not be read: {}.", shown(&error.to_string())));
}
