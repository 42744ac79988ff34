//! The folder of a class's results. A run that was interrupted goes on where it was.
//!
//! ```text
//! grades/class.json           who is in the class, and what is graded by what
//! grades/seed                 what the inputs of promises about any input are drawn from
//! grades/results/<id>.json    one student's results
//! grades/preview/<id>.json    what a preview found, until a run makes use of it
//! grades/sources/<id>.json    their answers as they were handed in, by exercise
//! ```
//!
//! A file is written under another name first and then renamed: whatever ends the program, each file is
//! the old one or the new one.

use crate::grading_conditions::GradingConditions;
use crate::results::{Graded, Points, Syllabus};
use crate::seed::Seed;
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use verdict::json::{self, Json, JsonExt, array, number, object, text};
use xtask::atomic_files;
use xtask::failure::Failure;

/// The version of `class.json`.
const VERSION: usize = 3;

/// Who is in the class.
const CLASS: &str = "class.json";

/// What the inputs are drawn from.
const SEED: &str = "seed";

/// What was handed in.
const SOURCES: &str = "sources";

/// What a file is called besides, for as long as it is not whole.
const TEMPORARY: &str = "new";

/// The folder that a class's grades are kept in. One program at a time works in it.
pub struct Store {
    folder: PathBuf,
    _lock: File,
}

/// Who is in a class, and what is graded by what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    pub syllabus: Syllabus,
    /// By what they were graded.
    pub conditions: GradingConditions,
    /// The students' ids, sorted.
    pub students: Vec<String>,
    /// `2/4`, where this is one part of a class that several machines grade.
    pub shard: Option<String>,
    /// What gradebooks call it, if not as usual.
    pub title: Option<String>,
}

/// Which results are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultsKind {
    /// Those that count.
    Results,
    /// Those that a preview found.
    Preview,
}

impl ResultsKind {
    fn folder(self) -> &'static str {
        match self {
            ResultsKind::Results => "results",
            ResultsKind::Preview => "preview",
        }
    }
}

impl Store {
    /// Opens the folder, and makes it where there is none.
    pub fn open(folder: &Path) -> Result<Store, Failure> {
        let kinds = [ResultsKind::Results, ResultsKind::Preview].map(ResultsKind::folder);
        for kind in kinds.into_iter().chain([SOURCES]) {
            let path = folder.join(kind);
            fs::create_dir_all(&path).map_err(|error| Failure::file("create", &path, &error))?;
        }
        let path = folder.join(".lock");
        let lock = File::create(&path).map_err(|error| Failure::file("write", &path, &error))?;
        lock.try_lock().map_err(|error| locked(folder, error))?;
        let store = Store { folder: folder.to_owned(), _lock: lock };
        store.remove_incomplete_files();
        Ok(store)
    }

    /// What a run has left that was killed while it wrote.
    fn remove_incomplete_files(&self) {
        for kind in [ResultsKind::Results, ResultsKind::Preview] {
            let entries = fs::read_dir(self.folder.join(kind.folder()));
            let files = entries.into_iter().flatten().flatten().map(|entry| entry.path());
            let incomplete =
                files.filter(|file| file.extension().is_some_and(|kind| kind == TEMPORARY));
            // One that cannot be removed is overwritten, or nobody reads it.
            incomplete.for_each(|file| drop(fs::remove_file(file)));
        }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The seed that the results here were made with, or are being made with; `None` where there is none
    /// yet.
    pub fn seed(&self) -> Result<Option<Seed>, Failure> {
        let path = self.folder.join(SEED);
        match fs::read_to_string(&path) {
            Ok(text) => text.trim().parse().map(Some).map_err(|_| {
                Failure::machine(format!(
                    "{} is damaged: it holds no seed. Every file in {} has the seed in it: name it with \
                     --seed",
                    path.display(),
                    self.folder.join(ResultsKind::Results.folder()).display()
                ))
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure::file("read", &path, &error)),
        }
    }

    /// Keeps the seed, before there is a result by it. With another seed the class is not what it was.
    pub fn save_seed(&self, seed: Seed) -> Result<(), Failure> {
        let (path, text) = (self.folder.join(SEED), format!("{seed}\n"));
        if fs::read(&path).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        self.forget_class()?;
        write(&path, text.as_bytes())
    }

    /// A student's result; `None` when there is none that can be read: it is made again then.
    pub fn load(&self, kind: ResultsKind, id: &str) -> Option<Graded> {
        Graded::from_json(&json::parse(&fs::read(self.path_of(kind, id)).ok()?)?)
    }

    /// Every result that counts, by id. A file that is no result of whom it is called after is not ours.
    pub fn results(&self) -> Result<impl Iterator<Item = Graded>, Failure> {
        let folder = self.folder.join(ResultsKind::Results.folder());
        let unread = |error| Failure::file("read", &folder, &error);
        let mut ids = Vec::new();
        for entry in fs::read_dir(&folder).map_err(unread)? {
            let name = entry.map_err(unread)?.file_name();
            ids.extend(
                name.to_str().and_then(|name| name.strip_suffix(".json")).map(str::to_owned),
            );
        }
        ids.sort();
        let result = |id: String| {
            self.load(ResultsKind::Results, &id).filter(|graded| graded.student.id == id)
        };
        Ok(ids.into_iter().filter_map(result))
    }

    /// What a student's kept result gives for each exercise, by the points that counted when it was
    /// written.
    pub fn earned(&self, id: &str) -> BTreeMap<String, Points> {
        let json = fs::read(self.path_of(ResultsKind::Results, id))
            .ok()
            .and_then(|text| json::parse(&text));
        json.map(|json| Graded::earned_in(&json)).unwrap_or_default()
    }

    /// Keeps a student's result. With another result the class is not what it was: there is none until
    /// the run that changes it has come to its end.
    pub fn save(
        &self,
        kind: ResultsKind,
        graded: &Graded,
        syllabus: &Syllabus,
    ) -> Result<(), Failure> {
        let path = self.path_of(kind, &graded.student.id);
        let json = json::pretty(&graded.to_json(syllabus)) + "\n";
        if fs::read(&path).is_ok_and(|old| old == json.as_bytes()) {
            return Ok(());
        }
        if kind == ResultsKind::Results {
            self.forget_class()?;
        }
        write(&path, json.as_bytes())
    }

    /// Keeps a student's answers, by exercise.
    pub fn save_sources(
        &self,
        id: &str,
        sources: &BTreeMap<String, String>,
    ) -> Result<(), Failure> {
        let json = object(sources.iter().map(|(slug, source)| (slug.as_str(), text(source))));
        write(&self.sources_of(id), (json::pretty(&json) + "\n").as_bytes())
    }

    /// A student's answers; none where nothing is kept.
    pub fn sources(&self, id: &str) -> BTreeMap<String, String> {
        let json = fs::read(self.sources_of(id)).ok().and_then(|text| json::parse(&text));
        let Some(Json::Object(sources)) = json else { return BTreeMap::new() };
        let text = |(slug, text): (String, Json)| Some((slug, text.text()?.to_owned()));
        sources.into_iter().filter_map(text).collect()
    }

    fn sources_of(&self, id: &str) -> PathBuf {
        self.folder.join(SOURCES).join(format!("{id}.json"))
    }

    fn forget_class(&self) -> Result<(), Failure> {
        remove(&self.folder.join(CLASS))
    }

    /// Throws away all that is known of a student who is in the class no more.
    pub fn forget(&self, id: &str) -> Result<(), Failure> {
        self.forget_preview(id);
        remove(&self.sources_of(id))?;
        remove(&self.path_of(ResultsKind::Results, id))
    }

    /// Throws away what a preview found of a student.
    pub fn forget_preview(&self, id: &str) {
        // What cannot be removed is still right, or its key does not fit any more.
        let _ = fs::remove_file(self.path_of(ResultsKind::Preview, id));
    }

    pub fn class(&self) -> Option<Class> {
        let json = json::parse(&fs::read(self.folder.join(CLASS)).ok()?)?;
        if json.at("version").whole()? != VERSION as u64 {
            return None;
        }
        let ids = json.at("students").items().iter().map(|id| id.text().map(str::to_owned));
        Some(Class {
            syllabus: Syllabus::from_json(json.at("exercises"))?,
            conditions: GradingConditions::from_json(json.at("terms"))?,
            students: ids.collect::<Option<_>>()?,
            shard: json.at("shard").text().map(str::to_owned),
            title: json.at("title").text().map(str::to_owned),
        })
    }

    pub fn save_class(&self, class: &Class) -> Result<(), Failure> {
        let json = object([
            ("version", number(VERSION)),
            ("exercises", class.syllabus.to_json()),
            ("terms", class.conditions.to_json()),
            ("students", array(class.students.iter().map(|id| text(id)))),
            ("shard", class.shard.as_deref().map_or(Json::Null, text)),
            ("title", class.title.as_deref().map_or(Json::Null, text)),
        ]);
        write(&self.folder.join(CLASS), (json::pretty(&json) + "\n").as_bytes())
    }

    fn path_of(&self, kind: ResultsKind, id: &str) -> PathBuf {
        self.folder.join(kind.folder()).join(format!("{id}.json"))
    }
}

/// Writes a file that is never half, and leaves one that would not change as it is.
pub fn write(path: &Path, text: &[u8]) -> Result<(), Failure> {
    if fs::read(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    let mut temporary = path.as_os_str().to_owned();
    temporary.push(".");
    temporary.push(TEMPORARY);
    atomic_files::replace(path, text, Path::new(&temporary))
        .map_err(|error| Failure::file("write", path, &error))
}

/// Removes a file, if there is one.
pub fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(Failure::file("remove", path, &error))
        }
        _ => Ok(()),
    }
}

/// Why the folder is not ours.
fn locked(folder: &Path, error: TryLockError) -> Failure {
    let folder = folder.display();
    Failure::machine(match error {
        TryLockError::WouldBlock => format!(
            "another run is grading into {folder}. Wait for it, or name another folder with --out"
        ),
        TryLockError::Error(error) => format!(
            "the disk of {folder} does not say whether another run is grading into it: {error}. Name a \
             folder on a disk of this machine with --out"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn only_who_waits_for_another_run_is_told_of_one() {
        let said = |error| locked(Path::new("grades"), error).to_string();
        assert!(said(TryLockError::WouldBlock).contains("another run is grading into grades"));
        let unknown = said(TryLockError::Error(io::ErrorKind::Unsupported.into()));
        assert!(!unknown.contains("Wait"), "{unknown}");
        assert!(
            unknown.contains("Name a folder on a disk of this machine with --out"),
            "{unknown}"
        );
    }
}
