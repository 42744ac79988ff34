//! The progress file on the disk: changed by one at a time, replaced in one step, and nothing else
//! left beside it.

use super::FILE;
use crate::atomic_files;
use crate::course::Course;
use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// The file, in the hands of the only one who may change it.
pub struct Writer {
    path: PathBuf,
    lock: Option<File>,
}

impl Writer {
    /// Waits for whoever else is at it.
    pub fn of(course: &Course) -> Writer {
        let path = course.root().join(FILE);
        // A link may lead into a folder that is shared between machines: that file is the one.
        let path = fs::canonicalize(&path).unwrap_or(path);
        let lock = lock(&folder(&path), course.target());
        let writer = Writer { path, lock };
        if writer.lock.is_some() {
            writer.remove_temporary_files();
        }
        writer
    }

    /// What is in it; nothing when there is no file.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        read(&self.path)
    }

    pub fn exists(&self) -> bool {
        self.path.exists()
    }

    /// Puts `text` in its place: whoever looks sees the old or the new, whole, and so does whoever
    /// looks after a power cut.
    pub fn replace(&self, text: &[u8]) -> io::Result<()> {
        self.replace_file(text, &self.path)
    }

    /// Keeps what is in it now under another name, which is returned. One that is killed before the
    /// file is mended has kept it already: once is enough.
    pub fn back_up(&self) -> io::Result<String> {
        let text = self.read()?;
        let is_free = |name: &PathBuf| match fs::read(name) {
            Ok(kept) => kept == text,
            Err(error) => error.kind() == io::ErrorKind::NotFound,
        };
        let names = (1..).map(|n| self.beside(&format!("damaged-{n}")));
        let path = names.into_iter().find(is_free).expect("numbers do not run out");
        self.replace_file(&text, &path)?;
        Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned())
    }

    fn replace_file(&self, text: &[u8], path: &Path) -> io::Result<()> {
        let temporary = self.beside(&format!("{TEMPORARY}{}", std::process::id()));
        atomic_files::replace(path, text, &temporary)
    }

    /// `progress.txt.SUFFIX`, beside it.
    fn beside(&self, suffix: &str) -> PathBuf {
        PathBuf::from(format!("{}.{suffix}", self.path.display()))
    }

    /// Removes what writers left that were killed. With the lock in our hands none of them lives.
    fn remove_temporary_files(&self) {
        let name = self.path.file_name().unwrap_or_default().to_string_lossy();
        let prefix = format!("{name}.{TEMPORARY}");
        let is_temporary = |name: &OsStr| name.to_string_lossy().starts_with(&prefix);
        for entry in fs::read_dir(folder(&self.path)).into_iter().flatten().flatten() {
            if is_temporary(&entry.file_name()) {
                // Whoever may not remove it may not write here either, and is told so then.
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

/// What the name of a file begins with that is being written, after the name of its place.
const TEMPORARY: &str = "new-";

/// What is in a file; nothing when there is none.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    match fs::read(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        read => read,
    }
}

/// One writer at a time. The folder itself is locked where the system can do that: it is one and the
/// same for everybody, whatever their target folders. Where no lock can be had at all, a file is
/// still never half, but of two writers at once one may be forgotten.
fn lock(folder: &Path, target: &Path) -> Option<File> {
    let locked = |file: File| file.lock().map(|()| file);
    let beside = || {
        let file = target.join("progress.lock");
        OpenOptions::new().create(true).truncate(false).write(true).open(file)
    };
    File::open(folder).and_then(locked).or_else(|_| beside().and_then(locked)).ok()
}

fn folder(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}
