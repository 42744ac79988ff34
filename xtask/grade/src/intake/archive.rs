//! Archives: their kinds, by their names, and their bytes.

use super::machine_faults::CheckedFile;
use rawzip::ReaderAt;
use std::io;

/// What a file's name says that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Zip,
    Tar,
    TarGz,
    /// An archive that is not opened: `.rar`, `.7z`, …
    Foreign,
    Rust,
    Other,
}

impl Kind {
    const ENDINGS: [(&str, Kind); 11] = [
        (".zip", Kind::Zip),
        (".tar.gz", Kind::TarGz),
        (".tgz", Kind::TarGz),
        (".tar", Kind::Tar),
        (".rs", Kind::Rust),
        (".rar", Kind::Foreign),
        (".7z", Kind::Foreign),
        (".tar.xz", Kind::Foreign),
        (".tar.bz2", Kind::Foreign),
        (".tar.zst", Kind::Foreign),
        (".gz", Kind::Foreign),
    ];

    pub fn of(name: &str) -> Kind {
        Kind::ending(name).map_or(Kind::Other, |(_, kind)| kind)
    }

    /// The name without the ending that tells its kind.
    pub fn stem(name: &str) -> &str {
        Kind::ending(name).map_or(name, |(ending, _)| &name[..name.len() - ending.len()])
    }

    fn ending(name: &str) -> Option<(&'static str, Kind)> {
        let lower = name.to_ascii_lowercase();
        let fits =
            |(ending, _): &(&str, Kind)| lower.len() > ending.len() && lower.ends_with(ending);
        Kind::ENDINGS.into_iter().find(fits)
    }
}

/// An archive's bytes, wherever they are.
pub(super) enum Bytes {
    File(CheckedFile),
    Memory(Vec<u8>),
}

impl Bytes {
    pub fn len(&self) -> io::Result<u64> {
        match self {
            Bytes::File(file) => file.len(),
            Bytes::Memory(bytes) => Ok(bytes.len() as u64),
        }
    }
}

impl ReaderAt for Bytes {
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        match self {
            Bytes::File(file) => file.read_at(into, offset),
            Bytes::Memory(bytes) => {
                let from = usize::try_from(offset).map_or(bytes.len(), |at| at.min(bytes.len()));
                let n = into.len().min(bytes.len() - from);
                into[..n].copy_from_slice(&bytes[from..from + n]);
                Ok(n)
            }
        }
    }
}

/// The bytes from the first on, for what reads an archive as a stream.
pub(super) struct Stream<'a> {
    pub bytes: &'a Bytes,
    pub at: u64,
}

impl io::Read for Stream<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.bytes.read_at(into, self.at)?;
        self.at += n as u64;
        Ok(n)
    }
}
