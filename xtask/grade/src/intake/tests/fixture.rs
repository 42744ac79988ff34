//! A scratch folder, and archives made in memory.

use crate::intake::answer_paths::AnswerPaths;
use crate::intake::{Answer, Submission, take_by};
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder};
use rawzip::path::EntryPath;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use tar::{EntryType, Header};
use xtask::course::Exercise;
use xtask::failure::Failure;

pub const GATHER: &str = "exercises/01-gather/src/lib.rs";

/// A folder that goes away with the test.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new() -> Scratch {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let n = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("intake-{}-{n}", std::process::id()));
        fs::create_dir_all(&path).expect("a scratch folder");
        Scratch(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A file, with the folders that it needs.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(&path, bytes).expect("a file");
        path
    }

    /// What is taken of `name` in it.
    pub fn take(&self, name: &str) -> Vec<Submission> {
        taken(&[self.0.join(name)])
    }

    /// What is taken of a class with a roster.
    pub fn with_roster(&self, name: &str, roster: &str) -> Result<Vec<Submission>, Failure> {
        let roster = self.file("roster.csv", roster);
        take(&[self.0.join(name)], Some(&roster), &course())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What is taken of a class whose exercises are known by their names alone.
pub fn take(
    places: &[PathBuf],
    roster: Option<&Path>,
    exercises: &[Exercise],
) -> Result<Vec<Submission>, Failure> {
    take_by(places, roster, &answer_paths(exercises))
}

pub fn answer_paths(exercises: &[Exercise]) -> AnswerPaths {
    AnswerPaths::by_names(&exercises.iter().collect::<Vec<_>>())
}

pub fn taken(places: &[PathBuf]) -> Vec<Submission> {
    take(places, None, &course()).unwrap_or_else(|failure| panic!("{failure}"))
}

pub fn course() -> Vec<Exercise> {
    vec![exercise("01", "gather"), exercise("02", "one-after-another")]
}

pub fn exercise(number: &str, slug: &str) -> Exercise {
    let text = String::new;
    Exercise {
        number: number.to_owned(),
        slug: slug.to_owned(),
        title: text(),
        folder: format!("exercises/{number}-{slug}"),
        dir: PathBuf::new(),
        package: text(),
        package_id: text(),
        test: None,
        dependencies: Vec::new(),
        dev_dependencies: Vec::new(),
        part: text(),
        idea: text(),
        counterpart: text(),
        concepts: Vec::new(),
        level: 1,
        points: 1,
        minutes: 1,
        learned: text(),
        styles: Vec::new(),
        picture: None,
        digests: Default::default(),
    }
}

impl Submission {
    /// The text for `gather`, or why it was refused, or nothing.
    pub fn gather(&self) -> &str {
        match self.answers.get("gather") {
            Some(Answer::Source(text)) => text,
            Some(Answer::Refused(why)) => why,
            None => "",
        }
    }

    pub fn said(&self) -> String {
        self.remarks.join("\n")
    }
}

/// A zip with the members `(name, bytes)`, in that order, twice the same name too.
pub fn zip<'a>(members: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut out = ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in members {
        let path = EntryPath::verbatim(name.as_bytes());
        let file = out.new_file(path).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().expect("a member");
        let mut data = config.wrap(DeflateEncoder::new(&mut entry, Compression::fast()));
        data.write_all(bytes).expect("bytes");
        let (encoder, descriptor) = data.finish().expect("a size");
        encoder.finish().expect("packed");
        entry.finish(descriptor).expect("a member");
    }
    out.finish().expect("a zip")
}

/// The same zip with `from` exchanged for `to` in each entry of its directory, at the offset given.
pub fn patched(mut zip: Vec<u8>, offset: usize, to: &[u8]) -> Vec<u8> {
    let starts: Vec<usize> =
        (0..zip.len() - 4).filter(|&i| zip[i..i + 4] == *b"PK\x01\x02").collect();
    for start in starts {
        zip[start + offset..start + offset + to.len()].copy_from_slice(to);
    }
    zip
}

/// A tar with `(name, kind, bytes)`; the name stands there as it is given.
pub fn tar<'a>(members: impl IntoIterator<Item = (&'a str, EntryType, &'a [u8])>) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, kind, bytes) in members {
        let mut header = Header::new_gnu();
        header.as_mut_bytes()[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(kind);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_cksum();
        out.extend(header.as_bytes());
        out.extend(bytes);
        out.resize(out.len().next_multiple_of(512), 0);
    }
    out.resize(out.len() + 1024, 0);
    out
}

pub fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut out = GzEncoder::new(Vec::new(), Compression::fast());
    out.write_all(bytes).expect("bytes");
    out.finish().expect("packed")
}

/// A deflate stream of `mib` MiB of nought, at once: one packed MiB again and again.
pub fn deflated_nothing(mib: usize) -> Vec<u8> {
    let mut one = flate2::Compress::new(Compression::best(), false);
    let mut packed = Vec::with_capacity(64 * 1024);
    one.compress_vec(&vec![0; 1 << 20], &mut packed, flate2::FlushCompress::Full).expect("packed");
    let mut all = packed.repeat(mib);
    // A last block, empty.
    all.extend([0x03, 0x00]);
    all
}
