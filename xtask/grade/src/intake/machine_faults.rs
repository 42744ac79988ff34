//! Records errors that are the machine's fault, so that a machine that fails is never taken for a student who
//! handed in nothing.

use rustix::io::Errno;
use std::cell::OnceCell;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use verdict::text::sanitize;
use xtask::failure::Failure;

/// Every call to the system about what was handed in, and what the first one said that failed by the
/// machine's fault.
///
/// It is noted down here, where the system says it: further up an error is a remark, one "no" among
/// others, or what a decoder made of it.
#[derive(Clone, Default)]
pub(super) struct MachineFaults(Rc<OnceCell<String>>);

impl MachineFaults {
    /// What comes of a call about `path`.
    pub fn check<T, E: Into<io::Error>>(
        &self,
        path: &Path,
        mut call: impl FnMut() -> Result<T, E>,
    ) -> io::Result<T> {
        loop {
            let result = call().map_err(Into::into);
            match &result {
                // A signal to us says nothing of the file.
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) if is_the_machines(error) => {
                    self.0
                        .get_or_init(|| format!("{}: {error}", sanitize(&path.to_string_lossy())));
                }
                _ => {}
            }
            return result;
        }
    }

    /// Fails once the machine has.
    pub fn none_yet(&self) -> Result<(), Failure> {
        self.0.get().map_or(Ok(()), |said| {
            Err(Failure::machine(format!(
                "could not read {said}\n\nThat is the machine's fault and no student's, so nobody \
                 was graded: put it right and run the same command again."
            )))
        })
    }
}

/// Whether an error is the machine's fault. What a student can bring about is not; nor is what no
/// system said. All else is, known here or not: a run that breaks off can be repeated, and a grade
/// of nought is believed.
pub(super) fn is_the_machines(error: &io::Error) -> bool {
    let submissions = [
        Errno::ACCESS,
        Errno::PERM,
        Errno::NOENT,
        Errno::NOTDIR,
        Errno::ISDIR,
        Errno::LOOP,
        Errno::NAMETOOLONG,
        Errno::ILSEQ,
        // Where an archive says that its bytes are may be nowhere.
        Errno::INVAL,
        Errno::OVERFLOW,
    ];
    Errno::from_io_error(error).is_some_and(|errno| !submissions.contains(&errno))
}

/// A file that was handed in, open.
pub(super) struct CheckedFile {
    pub file: File,
    pub path: PathBuf,
    pub faults: MachineFaults,
}

impl CheckedFile {
    /// The file that the instructor named.
    pub fn open(path: &Path, faults: &MachineFaults) -> io::Result<CheckedFile> {
        let file = faults.check(path, || File::open(path))?;
        Ok(CheckedFile { file, path: path.to_owned(), faults: faults.clone() })
    }

    pub fn len(&self) -> io::Result<u64> {
        Ok(self.faults.check(&self.path, || self.file.metadata())?.len())
    }

    pub fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        self.faults.check(&self.path, || self.file.read_at(into, offset))
    }
}

impl Read for CheckedFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.faults.check(&self.path, || (&self.file).read(into))
    }
}
