//! The cache of what rustc has made. An artifact is reused as long as nothing that it was made of has
//! changed.

use super::diagnostics::{Diagnostic, diagnostic};
use super::rustc_commands::{RustcCommand, RustcCommands};
use crate::content_hash::{self, ContentHash};
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::file_tree::add_rust_files;
use crate::process::locked_files;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use verdict::json;
use verdict::text::fingerprint;

/// What one rustc command made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Artifact {
    /// The hash of the command, and of what it linked.
    key: String,
    /// Every file that it read, and its contents' fingerprint.
    inputs: BTreeMap<PathBuf, String>,
    /// Every environment variable that it asked for, and a fingerprint of its value; none when it was not set.
    variables: BTreeMap<String, Option<String>>,
    /// The library or program; `None` when it did not compile.
    pub(super) file: Option<PathBuf>,
    /// What the compiler said, a line of JSON each.
    said: Vec<String>,
}

/// The artifacts of one exercise; it is locked against other processes.
pub struct ArtifactStore {
    exercise: Exercise,
    root: PathBuf,
    folder: PathBuf,
    /// What cargo went by when it built what all of it stands on.
    key: String,
    colour: bool,
    _lock: File,
}

impl Artifact {
    pub(super) fn new(said: &[&str], success: bool) -> Artifact {
        let said = said.iter().map(|line| (*line).to_owned()).collect();
        // Where it is, is known to whoever asked for it.
        Artifact { said, file: success.then(PathBuf::new), ..Artifact::default() }
    }

    /// Whether nothing that it was made of has changed. `now` are the files that a compilation is about.
    fn is_of(&self, key: &str, now: &BTreeMap<PathBuf, String>) -> bool {
        let unchanged = |(path, text): (&PathBuf, &String)| match now.get(path) {
            Some(now) => now == text,
            None => contents(path).as_ref() == Some(text),
        };
        self.key == key
            && now.keys().all(|path| self.inputs.contains_key(path))
            && self.inputs.iter().all(unchanged)
            && self.variables.iter().all(|(name, value)| variable(name) == *value)
            && self.file.as_ref().is_none_or(|file| file.is_file())
    }

    /// All that it was made of in one word.
    fn contents(&self) -> String {
        let inputs: Vec<&str> = self.inputs.values().map(String::as_str).collect();
        hash_of(&[self.key.as_str(), &inputs.join(" "), &format!("{:?}", self.variables)])
    }

    fn read(record: &Path) -> Option<Artifact> {
        let text = fs::read_to_string(record).ok()?;
        let mut artifact = Artifact::default();
        // Half a file, of a runner that was killed, has no such line.
        for line in text.strip_suffix("end\n")?.lines() {
            let (what, rest) = line.split_once(' ')?;
            match what {
                "key" => artifact.key = rest.to_owned(),
                "file" => artifact.file = Some(rest.into()),
                "variable" => {
                    let (name, value) = rest.split_once(' ').unwrap_or((rest, ""));
                    let value = (!value.is_empty()).then(|| value.to_owned());
                    artifact.variables.insert(name.to_owned(), value);
                }
                "input" => {
                    let (text, path) = rest.split_once(' ')?;
                    artifact.inputs.insert(path.into(), text.to_owned());
                }
                _ => artifact.said.push(rest.to_owned()),
            }
        }
        Some(artifact)
    }

    fn write(&self, record: &Path) {
        let mut text = format!("key {}\n", self.key);
        if let Some(file) = &self.file {
            text += &format!("file {}\n", file.display());
        }
        for (path, contents) in &self.inputs {
            text += &format!("input {contents} {}\n", path.display());
        }
        for (name, value) in &self.variables {
            text += &format!("variable {name} {}\n", value.as_deref().unwrap_or_default());
        }
        for line in &self.said {
            text += &format!("said {line}\n");
        }
        // What is not kept is made once more.
        let _ = fs::write(record, text + "end\n");
    }
}

impl ArtifactStore {
    pub(super) fn of(
        course: &Course,
        exercise: &Exercise,
        commands: &RustcCommands,
        colour: bool,
    ) -> Result<ArtifactStore, Failure> {
        let folder = course.target().join("exercise").join("answers").join(&exercise.slug);
        let failed = |error| Failure::file("create", &folder, &error);
        fs::create_dir_all(&folder).map_err(failed)?;
        let lock = File::create(folder.join("lock")).map_err(failed)?;
        lock.lock().map_err(failed)?;
        let (root, exercise) = (course.root().to_owned(), exercise.clone());
        Ok(ArtifactStore { exercise, root, folder, key: commands.key.clone(), colour, _lock: lock })
    }

    /// What `rustc` makes of the Rust files in the folder `what` of the exercise, which `run` makes anew if
    /// need be; linked with the answer's library, where that is given.
    pub(super) fn get_or_compile(
        &self,
        what: &str,
        rustc: &RustcCommand,
        library: Option<(&Artifact, &Path)>,
        run: impl FnOnce(&RustcCommand) -> Result<Artifact, Failure>,
    ) -> Result<Artifact, Failure> {
        let name = self.exercise.crate_name();
        let rustc =
            rustc.with_output_in(&self.folder, library.map(|(_, file)| (name.as_str(), file)));
        let of_library = library.map(|(artifact, _)| artifact.contents()).unwrap_or_default();
        let key = hash_of(&[&self.key, &rustc.text(), &of_library]);
        let mut files = Vec::new();
        add_rust_files(&self.exercise.dir.join(what), &mut files);
        let now: BTreeMap<PathBuf, String> =
            files.into_iter().filter_map(|path| Some((path.clone(), contents(&path)?))).collect();
        let record = self.folder.join(what);
        let before = Artifact::read(&record);
        if let Some(artifact) = before.as_ref().filter(|artifact| artifact.is_of(&key, &now)) {
            return Ok(artifact.clone());
        }
        let mut artifact = Artifact { key, inputs: now, ..run(&rustc)? };
        for path in rustc.read_files(&self.folder) {
            let path = self.root.join(path);
            if let Some(contents) = contents(&path) {
                artifact.inputs.entry(path).or_insert(contents);
            }
        }
        let asked_for = rustc.read_variables(&self.folder).into_iter();
        artifact.variables = asked_for.map(|name| (name.clone(), variable(&name))).collect();
        if artifact.file.is_some() {
            artifact.file = Some(self.name_output(
                what,
                &rustc,
                &artifact,
                before.and_then(|artifact| artifact.file),
            )?);
        }
        // What was refused is tried again: a file that it asked for, a linker, or a place on the disk may be
        // there by then.
        if artifact.file.is_some() {
            artifact.write(&record);
        }
        Ok(artifact)
    }

    /// Where the result of `rustc` is. A program gets a name of its own: whoever runs the one `before` it
    /// still does, and no system lets a program be written that is running.
    fn name_output(
        &self,
        what: &str,
        rustc: &RustcCommand,
        artifact: &Artifact,
        before: Option<PathBuf>,
    ) -> Result<PathBuf, Failure> {
        let file = rustc.output_file(&self.folder);
        if !rustc.is_program() {
            return Ok(file);
        }
        let whose = format!("{what}-of-");
        let own = format!("{whose}{}{}", artifact.contents(), std::env::consts::EXE_SUFFIX);
        let own = self.folder.join(own);
        let is_locked =
            |done: &std::io::Result<()>| done.as_ref().is_err_and(locked_files::is_locked);
        locked_files::retry(|| fs::rename(&file, &own), is_locked)
            .map_err(|error| Failure::file("rename", &file, &error))?;
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let is_old = name.to_string_lossy().starts_with(&whose)
                && path != own
                && before.as_ref() != Some(&path);
            if is_old {
                // One that is running stays, where a system wants that.
                let _ = fs::remove_file(path);
            }
        }
        Ok(own)
    }

    /// What the compiler said of a thing that was made.
    pub(super) fn diagnostics(&self, artifact: &Artifact, in_tests: bool) -> Vec<Diagnostic> {
        let said = artifact.said.iter().filter_map(|line| json::parse(line.as_bytes()));
        let said = said.filter_map(|said| diagnostic(&said, in_tests));
        let plain = |said: Diagnostic| match self.colour {
            true => said,
            false => Diagnostic { rendered: said.plain(), ..said },
        };
        said.map(plain).collect()
    }
}

fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?;
    Some(format!("{:016x}", fingerprint(value.as_encoded_bytes().iter().copied())))
}

fn contents(file: &Path) -> Option<String> {
    Some(format!("{:016x}", fingerprint(content_hash::file_contents(file)?)))
}

/// These texts in one word.
fn hash_of(texts: &[&str]) -> String {
    let mut all = ContentHash::default();
    texts.iter().for_each(|text| all.add(text));
    all.hex()
}
