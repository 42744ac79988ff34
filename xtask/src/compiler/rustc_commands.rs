//! The rustc commands that cargo runs for an exercise, word for word: for the answer, and for its tests.
//!
//! So they have whatever cargo gives them: the manifest's lints, flags and linkers of a configuration
//! file, a wrapper. Only where the results go is changed.

use super::Compiler;
use super::cargo::{self, CargoOutput};
use super::inputs_hash::InputsHash;
use crate::course::{Course, Exercise};
use crate::failure::Failure;
use crate::process::{self, CancellationToken};
use crate::sources::touch;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How an exercise is compiled.
#[derive(Clone)]
pub struct RustcCommands {
    pub library: RustcCommand,
    pub tests: RustcCommand,
    /// What cargo went by when it built what they stand on.
    pub(super) key: String,
}

/// One rustc command: the program and its arguments.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RustcCommand(Vec<String>);

impl RustcCommands {
    /// Those of `exercises`, by their slugs. Cargo is asked for those that are not known, and builds what
    /// they stand on.
    pub fn of(
        course: &Course,
        exercises: &[&Exercise],
        compiler: &Compiler,
        token: &CancellationToken,
    ) -> Result<BTreeMap<String, RustcCommands>, Failure> {
        let mut known = BTreeMap::new();
        let mut unknown: Vec<&Exercise> = Vec::new();
        let inputs = InputsHash::of(course);
        for exercise in exercises {
            match RustcCommands::current(course, exercise, &inputs.of_exercise(exercise)) {
                Some(commands) => drop(known.insert(exercise.slug.clone(), commands)),
                None => unknown.push(exercise),
            }
        }
        if unknown.is_empty() {
            return Ok(known);
        }
        let mut ask = |unknown: &mut Vec<&Exercise>| -> Result<CargoOutput, Failure> {
            let output = cargo::build_tests(compiler, course, unknown, token)?;
            // Cargo may have written its lock file.
            let inputs = InputsHash::of(course);
            unknown.retain(|exercise| {
                // What cargo finds nothing to do for may still be as it was when its calls were kept.
                let saved = || {
                    RustcCommands::load(course, exercise)
                        .filter(|commands| commands.produce(&output))
                };
                let commands = RustcCommands::from_cargo_output(&output, exercise).or_else(saved);
                let Some(commands) = commands else { return true };
                let commands = RustcCommands { key: inputs.of_exercise(exercise), ..commands };
                commands.save(course, exercise);
                known.insert(exercise.slug.clone(), commands);
                false
            });
            Ok(output)
        };
        ask(&mut unknown)?;
        if unknown.is_empty() {
            return Ok(known);
        }
        // Cargo found nothing to do for them, and so did not say how it does it.
        unknown.iter().for_each(|exercise| touch(exercise));
        let output = ask(&mut unknown)?;
        if unknown.is_empty() { Ok(known) } else { Err(output.failure()) }
    }

    /// That which cargo told of in a line such as ``Running `rustc --crate-name gather …` ``, and what follows
    /// from it for the tests: cargo only comes to them when the answer compiles.
    fn from_cargo_output(output: &CargoOutput, exercise: &Exercise) -> Option<RustcCommands> {
        let is_library = |call: &RustcCommand| {
            call.source().is_some_and(|at| call.0[at].replace('\\', "/") == exercise.answer())
                && call.after("--crate-type").is_some_and(|kind| kind == "lib")
        };
        let library =
            output.errors.lines().filter_map(RustcCommand::from_cargo_line).find(is_library)?;
        let libraries: BTreeMap<String, PathBuf> = output.libraries().collect();
        let named = exercise.dev_dependencies.iter().map(|name| name.replace('-', "_"));
        let only_tests: Option<Vec<(String, &PathBuf)>> =
            named.map(|name| libraries.get(&name).map(|file| (name, file))).collect();
        let tests = library.for_tests(exercise, &only_tests?)?;
        Some(RustcCommands { library, tests, key: String::new() })
    }

    /// Whether it is these calls that make what cargo says is there: other flags make files of other names.
    fn produce(&self, output: &CargoOutput) -> bool {
        let there: BTreeSet<&Path> = output.files().map(Path::new).collect();
        let mut answers = there.iter().filter_map(|file| file.file_name()?.to_str());
        answers.any(|name| name == format!("lib{}.rmeta", self.library.stem()))
            && self.tests.libraries().all(|file| there.contains(file))
    }

    /// As [`RustcCommands::of`] for one exercise, after what was kept has proved to be of no use.
    pub(super) fn refreshed(
        course: &Course,
        exercise: &Exercise,
        compiler: &Compiler,
        token: &CancellationToken,
    ) -> Result<RustcCommands, Failure> {
        let _ = fs::remove_file(path_of(course, exercise));
        let mut commands = RustcCommands::of(course, &[exercise], compiler, token)?;
        Ok(commands.remove(&exercise.slug).expect("it was asked for"))
    }

    /// Those that were kept, where nothing has changed.
    fn current(course: &Course, exercise: &Exercise, key: &str) -> Option<RustcCommands> {
        let there = |file: &Path| file.is_file();
        RustcCommands::load(course, exercise).filter(|commands| commands.key == key).filter(
            |commands| commands.library.libraries().chain(commands.tests.libraries()).all(there),
        )
    }

    fn load(course: &Course, exercise: &Exercise) -> Option<RustcCommands> {
        RustcCommands::parse(&fs::read_to_string(path_of(course, exercise)).ok()?)
    }

    fn parse(text: &str) -> Option<RustcCommands> {
        // Half a file, of a runner that was killed, has no such end.
        let (key, commands) = text.strip_suffix("\n\nend")?.split_once('\n')?;
        let mut commands = commands
            .split("\n\n")
            .map(|words| RustcCommand(words.lines().map(str::to_owned).collect()));
        Some(RustcCommands {
            library: commands.next()?,
            tests: commands.next()?,
            key: key.to_owned(),
        })
    }

    fn save(&self, course: &Course, exercise: &Exercise) {
        let commands = [&self.library, &self.tests].map(RustcCommand::text);
        // What is not kept is asked for once more.
        let path = path_of(course, exercise);
        let _ = path.parent().map(fs::create_dir_all);
        let _ = fs::write(&path, format!("{}\n{}\n\nend", self.key, commands.join("\n\n")));
    }
}

/// Beside what cargo builds for them: they are gone together.
fn path_of(course: &Course, exercise: &Exercise) -> PathBuf {
    course.target().join("exercise").join("calls").join(&exercise.slug)
}

/// How many columns the compiler takes for lines of code: as many as every terminal has.
const WIDTH: usize = 80;

impl RustcCommand {
    fn from_cargo_line(line: &str) -> Option<RustcCommand> {
        let line = anstream::adapter::strip_str(line).to_string();
        let call = line.trim().strip_prefix("Running `")?.strip_suffix('`')?;
        Some(RustcCommand(words(call))).filter(|call| call.has("--crate-name"))
    }

    fn has(&self, word: &str) -> bool {
        self.0.iter().any(|it| it == word)
    }

    /// The word after `option`.
    fn after(&self, option: &str) -> Option<&String> {
        self.0.iter().skip_while(|word| *word != option).nth(1)
    }

    /// The files of the libraries that it names.
    fn libraries(&self) -> impl Iterator<Item = &Path> {
        let named = self.0.iter().filter(|word| word.contains('=') && is_library(word));
        named.filter_map(|word| Some(Path::new(word.split_once('=')?.1)))
    }

    /// All of it in one text.
    pub(super) fn text(&self) -> String {
        self.0.join("\n")
    }

    /// The call that compiles the tests of the exercise whose answer this one compiles. `libraries` are what
    /// only tests use.
    fn for_tests(
        &self,
        exercise: &Exercise,
        libraries: &[(String, &PathBuf)],
    ) -> Option<RustcCommand> {
        let test = exercise.test.as_ref().and_then(|test| test.file_name())?;
        let mut tests = self.of_source(&format!("tests/{}", test.to_string_lossy()), "tests")?;
        let at = tests.0.iter().position(|word| word == "--crate-type")?;
        tests.0.splice(at..=at + 1, ["--test".to_owned()]);
        for (name, file) in libraries {
            tests.0.extend(["--extern".to_owned(), format!("{name}={}", file.display())]);
        }
        Some(tests)
    }

    /// The call that compiles an example in the place of the tests that this one compiles.
    pub(super) fn for_example(&self, name: &str) -> Option<RustcCommand> {
        let mut example = self.of_source(&format!("examples/{name}.rs"), name)?;
        let at = example.0.iter().position(|word| word == "--test")?;
        example.0.splice(at..=at, ["--crate-type".to_owned(), "bin".to_owned()]);
        Some(example)
    }

    /// This call for another file of the same exercise, which becomes a program; `name` tells what it makes
    /// from what others make.
    fn of_source(&self, source: &str, name: &str) -> Option<RustcCommand> {
        let mut words = self.0.clone();
        let at = self.source()?;
        let folder = Path::new(&words[at]).parent()?.parent()?.to_owned();
        words[at] = folder.join(source).display().to_string();
        for word in &mut words {
            if word.starts_with("metadata=") || word.starts_with("extra-filename=") {
                word.push_str(name);
            } else if word.starts_with("--emit=") {
                *word = "--emit=dep-info,link".to_owned();
            } else if let Some(stem) = word.strip_suffix(".rmeta") {
                // To link a program, all of a library is needed, and not only what a compiler must know.
                *word = format!("{stem}.rlib");
            }
        }
        Some(RustcCommand(words))
    }

    fn source(&self) -> Option<usize> {
        self.0.iter().position(|word| word.ends_with(".rs") && !word.starts_with('-'))
    }

    /// The compiler, and what it is told whatever it compiles: flags, lints, and libraries.
    pub fn without_sources(&self) -> Command {
        let mut general = Vec::new();
        let mut words = self.0.iter().map(String::as_str).skip(1);
        while let Some(word) = words.next() {
            match word {
                "--crate-name" | "--crate-type" | "--out-dir" => drop(words.next()),
                "--test" => {}
                "-C" => match words.next() {
                    Some(flag)
                        if ["metadata=", "extra-filename=", "incremental="]
                            .iter()
                            .any(|own| flag.starts_with(own)) => {}
                    flag => general.extend([word].into_iter().chain(flag)),
                },
                _ if word.starts_with("--emit=") || word.starts_with("--json=") => {}
                _ if word.starts_with("--error-format=") || word.ends_with(".rs") => {}
                _ => general.push(word),
            }
        }
        let mut command = program(&self.0[0]);
        command.args(general);
        command
    }

    /// The same call with its results in the folder `into`, diagnostics for machines, and linked with
    /// `library`, the answer.
    pub(super) fn with_output_in(
        &self,
        into: &Path,
        library: Option<(&str, &Path)>,
    ) -> RustcCommand {
        let mut words = self.0.clone();
        for (word, before) in words.iter_mut().skip(1).zip(&self.0) {
            if before == "--out-dir" {
                *word = into.display().to_string();
            } else if word.starts_with("--json=") {
                *word = "--json=diagnostic-rendered-ansi".to_owned();
            }
        }
        words.push(format!("--diagnostic-width={WIDTH}"));
        if let Some((name, file)) = library {
            words.extend(["--extern".to_owned(), format!("{name}={}", file.display())]);
        }
        RustcCommand(words)
    }

    /// The library or program that it makes in `folder`.
    pub(super) fn output_file(&self, folder: &Path) -> PathBuf {
        let stem = self.stem();
        folder.join(match self.is_program() {
            true => format!("{stem}{}", std::env::consts::EXE_SUFFIX),
            false => format!("lib{stem}.rlib"),
        })
    }

    pub(super) fn is_program(&self) -> bool {
        self.after("--crate-type").is_none_or(|kind| kind == "bin")
    }

    /// `gather-0123456789abcdef`.
    fn stem(&self) -> String {
        let name = self.after("--crate-name").map(String::as_str).unwrap_or_default();
        let extra = self.0.iter().find_map(|word| word.strip_prefix("extra-filename="));
        format!("{name}{}", extra.unwrap_or_default())
    }

    /// The environment variables that it asked for, by the same list; without those that the runner sets.
    pub(super) fn read_variables(&self, folder: &Path) -> Vec<String> {
        let dep_info = self.dep_info(folder);
        let lines = dep_info.lines().filter_map(|line| line.strip_prefix("# env-dep:"));
        let names = lines.map(|line| line.split('=').next().unwrap_or_default().to_owned());
        names.filter(|name| !name.starts_with("CARGO_")).collect()
    }

    fn dep_info(&self, folder: &Path) -> String {
        fs::read_to_string(folder.join(format!("{}.d", self.stem()))).unwrap_or_default()
    }

    /// The files that it read, by the list that it leaves in `folder`.
    pub(super) fn read_files(&self, folder: &Path) -> Vec<PathBuf> {
        let dep_info = self.dep_info(folder);
        // As in a makefile, `a: b c`; and each file once more by itself, in a line that ends with a colon.
        let files = dep_info.lines().filter_map(|line| line.strip_suffix(':'));
        files.map(|file| file.replace("\\ ", " ").into()).collect()
    }

    pub(super) fn command(&self) -> Command {
        let mut command = program(&self.0[0]);
        command.args(&self.0[1..]);
        command
    }
}

/// The compiler of this name: the one beside this cargo, since rustup's takes ten milliseconds to find out
/// which one is meant.
fn program(name: &str) -> Command {
    if name == "rustc" { process::tool("rustc") } else { Command::new(name) }
}

fn is_library(word: &str) -> bool {
    [".rlib", ".rmeta", ".so", ".dylib", ".dll"].iter().any(|end| word.ends_with(end))
}

/// The words of a command as cargo prints it: those with blanks or signs in them are quoted as the
/// system's shell wants it.
fn words(line: &str) -> Vec<String> {
    let quote = if cfg!(windows) { '"' } else { '\'' };
    let (mut words, mut word, mut quoted, mut begun) = (Vec::new(), String::new(), false, false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            ' ' if !quoted => {
                if std::mem::take(&mut begun) {
                    words.push(std::mem::take(&mut word));
                }
                continue;
            }
            _ if letter == quote => quoted = !quoted,
            '\\' if cfg!(unix) && !quoted => word.extend(letters.next()),
            '\\' if cfg!(windows) && letters.peek() == Some(&'"') => word.extend(letters.next()),
            _ => word.push(letter),
        }
        begun = true;
    }
    if begun {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_line_of_cargos_is_read_word_by_word() {
        let line = "     Running `/a/rustc --crate-name gather 'cfg(feature, values())' -L 'dependency=/it'\\''s here' ''`";
        let call = RustcCommand::from_cargo_line(line).expect("it is a call");
        let words = [
            "/a/rustc",
            "--crate-name",
            "gather",
            "cfg(feature, values())",
            "-L",
            "dependency=/it's here",
            "",
        ];
        assert_eq!(call.0, words);
        assert!(RustcCommand::from_cargo_line("   Compiling gather v0.1.0").is_none());
    }

    #[test]
    fn a_call_gets_other_places_and_nothing_else() {
        let words = "rustc --crate-name tea --json=artifacts,future-incompat --out-dir /cargo --extern teapot=/cargo/libteapot-1.rlib";
        let call = RustcCommand(words.split(' ').map(str::to_owned).collect());
        let moved = call
            .with_output_in(Path::new("/ours"), Some(("tea", Path::new("/ours/libtea-1.rlib"))));
        let words = words
            .replace("artifacts,future-incompat", "diagnostic-rendered-ansi")
            .replace("--out-dir /cargo", "--out-dir /ours")
            + " --diagnostic-width=80 --extern tea=/ours/libtea-1.rlib";
        assert_eq!(moved.0.join(" "), words);
    }
}
