//! `autograder.zip` for Gradescope: <https://gradescope-autograders.readthedocs.io/en/latest/specs/>
//!
//! Gradescope unpacks it into `/autograder/source`, runs `setup.sh` there once, and for each submission
//! `/autograder/run_autograder`, a copy. All scripts find their places from their own: the same zip works in
//! any folder, and by any user.

use super::{course_files, options};
use crate::cli::Autograder;
use crate::store::write;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use rawzip::{CompressionMethod, ZipArchiveWriter};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use xtask::Outcome;
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;
use xtask::report;

/// The toolchain that `setup.sh` installs where there is none: the oldest that the course is proved on.
const TOOLCHAIN: &str = env!("CARGO_PKG_RUST_VERSION");

/// Where promises of the instructor's own are.
const EXTRA: &str = "extra";

pub fn make(
    asked: &Autograder,
    course: &Course,
    exercises: &[&Exercise],
) -> Result<Outcome, Failure> {
    let path = asked.out.clone().unwrap_or_else(|| "autograder.zip".into());
    let tier = if asked.trust { "--trust-submissions" } else { "--without-namespaces" };
    let mut options = format!("{tier} {}", options(asked, exercises));
    if asked.extra_tests.is_some() {
        options.push_str(&format!(" --extra-tests \"$source/{EXTRA}\""));
    }
    let setup =
        include_str!("../../../templates/gradescope/setup.sh").replace("@TOOLCHAIN@", TOOLCHAIN);
    let grade = include_str!("../../../templates/gradescope/grade").replace("@OPTIONS@", &options);
    let mut zip = Zip(ZipArchiveWriter::new(Vec::new()));
    let run = include_str!("../../../templates/gradescope/run_autograder");
    let environment = include_str!("../../../templates/gradescope/environment");
    let scripts = [
        ("setup.sh", &*setup),
        ("run_autograder", run),
        ("grade", &grade),
        ("environment", environment),
    ];
    scripts.into_iter().try_for_each(|(name, text)| zip.add(name, text.as_bytes()))?;
    zip.add_files("course", course.root(), &course_files::of(course.root())?)?;
    if let Some(folder) = &asked.extra_tests {
        let mut files = Vec::new();
        course_files::add(folder, Path::new(""), &mut files)?;
        files.sort();
        zip.add_files(EXTRA, folder, &files)?;
    }
    write(&path, &zip.0.finish().map_err(|error| failed(&error.to_string()))?)?;
    report::print_text(&format!(
        "{} is made. Upload it at Gradescope as the autograder of a programming assignment, with 2 GB of \
         memory or more, and try it with a submission of your own.",
        path.display()
    ));
    Ok(Outcome::Good)
}

struct Zip(ZipArchiveWriter<Vec<u8>>);

impl Zip {
    fn add_files(&mut self, below: &str, root: &Path, files: &[PathBuf]) -> Result<(), Failure> {
        files.iter().try_for_each(|file| {
            let path = root.join(file);
            let bytes = fs::read(&path).map_err(|error| Failure::file("read", &path, &error))?;
            let parts = file.components().map(|part| part.as_os_str().to_string_lossy());
            let name = [below.into()].into_iter().chain(parts).collect::<Vec<_>>().join("/");
            self.add(&name, &bytes)
        })
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.try_to_add(name, bytes).map_err(|error| failed(&format!("{name}: {error}")))
    }

    fn try_to_add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let mode = if name.contains('/') { 0o100_644 } else { 0o100_755 };
        let (mut entry, config) = self
            .0
            .new_file(name)
            .compression_method(CompressionMethod::DEFLATE)
            .unix_permissions(mode)
            .start()
            .map_err(io::Error::other)?;
        let packed = DeflateEncoder::new(&mut entry, Compression::default());
        let mut data = config.wrap(packed);
        data.write_all(bytes)?;
        let (packed, described) = data.finish().map_err(io::Error::other)?;
        packed.finish()?;
        entry.finish(described).map_err(io::Error::other)?;
        Ok(())
    }
}

fn failed(why: &str) -> Failure {
    Failure::machine(format!("the autograder could not be packed: {why}"))
}
