//! A small course of one exercise, for the runner to run on: a pot of tea.

#![allow(dead_code, reason = "every test program uses its own part of this")]

#[cfg(target_os = "linux")]
pub mod faults;
pub mod processes;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use xtask::course::digest::Digests;

/// A right answer to the fixture's exercise.
pub const RIGHT: &str = r#"
pub async fn brew() -> u32 {
    tokio::join!(fetch("water", 2 * SECOND), fetch("pot", SECOND));
    7
}
"#;

/// Keeps the promise of the cups and breaks that of the time.
pub const IN_TURN: &str = r#"
pub async fn brew() -> u32 {
    fetch("water", 2 * SECOND).await;
    fetch("pot", SECOND).await;
    7
}
"#;

/// Takes a future for its result, which the compiler refuses.
pub const NOT_AWAITED: &str = r#"
pub async fn brew() -> u32 {
    fetch("water", 2 * SECOND).len() as u32
}
"#;

/// What must be seen of the fixture's exercise, whatever its input: it has none.
const MODEL: &str = r#"use CRATE::brew;
use judge::{Call, Case, Observation, Rng, Scenario};

pub fn cases(_: &mut Rng) -> Vec<Case> {
    vec![Case::new(Brew)]
}

struct Brew;

impl Scenario for Brew {
    fn input(&self) -> String {
        "brew()".to_owned()
    }

    fn call(&self) -> Call {
        Call::new(|| async { brew().await.to_string() })
    }

    fn check(&self, seen: &Observation) -> Result<(), String> {
        match seen.value.as_deref() {
            Some("7") => Ok(()),
            cups => Err(format!("It returned {}; the promise is 7.", cups.unwrap_or_default())),
        }
    }
}
"#;

/// A course in a folder of its own.
///
/// All courses share one target folder, so that tokio is compiled once. That is only safe because
/// every one has a slug of its own: cargo may take a package of the same name for the same package.
pub struct Course {
    pub root: PathBuf,
    pub slug: String,
    number: &'static str,
}

/// What a run of the runner came to.
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Course {
    /// A course that `verify` has nothing to say of.
    pub fn new(slug: &str) -> Course {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(slug);
        let _ = fs::remove_dir_all(&root);
        let course = Course { root, slug: slug.to_owned(), number: "01" };
        course.write_everything();
        course
    }

    /// A second exercise in the same course, as sound as the first.
    pub fn another(&self, slug: &str) -> Course {
        self.numbered("01", slug)
    }

    /// As [`Course::another`], under a number of its own.
    pub fn numbered(&self, number: &'static str, slug: &str) -> Course {
        let other = Course { root: self.root.clone(), slug: slug.to_owned(), number };
        other.write_everything();
        other
    }

    fn write_everything(&self) {
        // What an earlier run of the test came to.
        let answers = Path::new(env!("CARGO_TARGET_TMPDIR")).join("target/exercise/answers");
        let _ = fs::remove_file(answers.join(&self.slug).join("verdict"));
        let repository = repository();
        let here = |name: &str| repository.join(name).display().to_string().replace('\\', "/");
        let slug = &self.slug;
        let manifest = fs::read_to_string(repository.join("Cargo.toml")).unwrap();
        let manifest = self.with_own_members(&manifest)
            .replace("default-members = [\"xtask\", \"xtask/watch\", \"xtask/grade\", \"verdict\", \"recorder\", \"lab\", \"judge\"]\n", "")
            .replace(r#"path = "recorder""#, &format!("path = \"{}\"", here("recorder")))
            .replace(r#"path = "lab""#, &format!("path = \"{}\"", here("lab")))
            .replace(r#"path = "judge""#, &format!("path = \"{}\"", here("judge")))
            .replace(r#"path = "verdict""#, &format!("path = \"{}\"", here("verdict")));
        self.write("Cargo.toml", &manifest);
        fs::copy(repository.join("Cargo.lock"), self.root.join("Cargo.lock")).unwrap();
        fs::copy(repository.join("rustfmt.toml"), self.root.join("rustfmt.toml")).unwrap();

        let shared =
            "version.workspace = true\nedition.workspace = true\n\n[lints]\nworkspace = true\n";
        let dependencies = "\n[dependencies]\nanyhow.workspace = true\nfutures.workspace = true\n\
                            lab.workspace = true\ntokio.workspace = true\n";
        self.write(
            &self.exercise("Cargo.toml"),
            &format!(
                "[package]\nname = \"{slug}\"\ndescription = \"Tea\"\n{shared}\n\
                 [package.metadata.exercise]\npart = \"Kitchen\"\nidea = \"wait for both\"\ncounterpart = \"`gather`\"\nlevel = 1\npoints = 10\n\
                 minutes = 5\nconcepts = [\"join!\", \"waiting together\"]\n\
                 learned = \"Water boils while the pot warms.\"\n\n\
                 [lib]\npath = \"src/lib.rs\"\ndoctest = false\n{dependencies}\n\
                 [dev-dependencies]\njudge.workspace = true\n"
            ),
        );
        self.write(
            &self.solution("Cargo.toml"),
            &format!(
                "[package]\nname = \"{slug}-solution\"\ndescription = \"Tea\"\n{shared}{dependencies}\n\
                 [package.metadata.solution]\nstyles = []\n"
            ),
        );
        self.write(&self.exercise("README.md"), "# Tea\n");
        let index = fs::read_to_string(self.root.join("README.md")).unwrap_or_default();
        self.write("README.md", &(index + &self.row() + "\n"));
        self.write(
            &self.exercise("hints.md"),
            "# Hints\n\n## One\n\nBoil.\n\n\
             ## Two\n<!-- fits: the_pot_is_warm_when_the_water_boils -->\n\nWarm.\n\n\
             ## Three\n<!-- fits: it_makes_seven_cups -->\n\nBoth.\n",
        );
        self.write(
            &self.exercise("examples/live.rs"),
            &format!(
                "#[tokio::main(flavor = \"current_thread\")]\nasync fn main() {{\n    \
                 println!(\"{{}} cups\", {}::brew().await);\n}}\n",
                slug.replace('-', "_")
            ),
        );
        self.write(
            &self.test_file(),
            &format!(
                "use judge::Kept;\nuse lab::SECOND;\nuse {}::brew;\n\n\
                 #[test]\nfn the_pot_is_warm_when_the_water_boils() -> Kept {{\n    \
                 judge::run(brew).takes(2 * SECOND).kept()\n}}\n\n\
                 #[test]\nfn it_makes_seven_cups() -> Kept {{\n    \
                 judge::any_input(model::cases)\n}}\n\nmod model;\n",
                slug.replace('-', "_")
            ),
        );
        let model = MODEL.replace("CRATE", &slug.replace('-', "_"));
        self.write(&self.exercise("tests/model/mod.rs"), &model);
        let skeleton = "\npub async fn brew() -> u32 {\n    todo!(\"boil the water\")\n}\n";
        let start = source(skeleton).replace("use lab::{SECOND, fetch};\n\n", "");
        self.write(&self.exercise("src/lib.rs"), &start);
        self.write(&self.solution("start.rs"), &start);
        self.write(&self.solution("src/lib.rs"), &source(RIGHT));
        for name in ["a", "b", "c", "d", "e"] {
            self.write(&self.solution(&format!("right/{name}.rs")), &source(RIGHT));
            self.wrong(
                name,
                "In turn. | the_pot_is_warm_when_the_water_boils: \"pot began only when water was over\"",
                IN_TURN,
            );
        }
        self.wrong(
            "six",
            "Six cups. | it_makes_seven_cups: \"returned 6\"",
            &RIGHT.replace('7', "6"),
        );
        for name in ["x", "y", "z"] {
            self.refused(
                name,
                "Not awaited. | not-awaited: \"only creates a future\"",
                NOT_AWAITED,
            );
        }
        self.digests();
    }

    /// The course's own manifest, with this exercise and those made before in its list.
    fn with_own_members(&self, manifest: &str) -> String {
        let (before, rest) = manifest.split_once("members = [\n").unwrap();
        let (_, after) = rest.split_once("]\n").unwrap();
        let own = |home: &str| {
            let there = fs::read_dir(self.root.join(home)).into_iter().flatten();
            let mut names: Vec<String> =
                there.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.push(format!("{}-{}", self.number, self.slug));
            names.sort();
            names.into_iter().map(|name| format!("    \"{home}/{name}\",\n")).collect::<String>()
        };
        format!("{before}members = [\n{}{}]\n{after}", own("exercises"), own("solutions"))
    }

    /// Makes one more folder a member of the workspace.
    pub fn add_member(&self, folder: &str) {
        self.replace(
            "Cargo.toml",
            "\nmembers = [\n",
            &format!("\nmembers = [\n    \"{folder}\",\n"),
        );
    }

    /// Makes the exercise's files what the course has, as an author does after an edit.
    pub fn digests(&self) {
        let dir = self.root.join(self.exercise(""));
        let digests = Digests::of(&dir, &self.slug.replace('-', "_"));
        let manifest = self.solution("Cargo.toml");
        self.write(&manifest, &digests.put_into(&self.read(&manifest)));
    }

    /// Puts a wrong answer into the course: its header (without `//! `) and its code.
    pub fn wrong(&self, name: &str, header: &str, code: &str) {
        let text = source(code).replacen("//! Tea.", &format!("//! {header}"), 1);
        self.write(&self.solution(&format!("wrong/{name}.rs")), &text);
    }

    /// Puts an answer into the course that the compiler refuses: its header (without `//! `) and its code.
    pub fn refused(&self, name: &str, header: &str, code: &str) {
        let text = source(code).replacen("//! Tea.", &format!("//! {header}"), 1);
        self.write(&self.solution(&format!("refused/{name}.rs")), &text);
    }

    /// Puts this code into the learner's file.
    pub fn answer(&self, code: &str) {
        self.write(&self.exercise("src/lib.rs"), &source(code));
    }

    /// The exercise's row in the index of the course's README.
    pub fn row(&self) -> String {
        let Course { number, slug, .. } = self;
        let folder = format!("exercises/{number}-{slug}");
        format!("| {number} | [Tea]({folder}) | wait for both | `gather` | ★ | 5 min |")
    }

    /// `exercises/NUMBER-SLUG/PATH`.
    pub fn exercise(&self, path: &str) -> String {
        format!("exercises/{}-{}/{path}", self.number, self.slug)
    }

    /// `solutions/NUMBER-SLUG/PATH`.
    pub fn solution(&self, path: &str) -> String {
        format!("solutions/{}-{}/{path}", self.number, self.slug)
    }

    /// Where the n-th answer is that a reset replaced.
    pub fn kept(&self, n: usize) -> String {
        format!("kept/{}/lib-{n}.rs", self.slug)
    }

    pub fn test_file(&self) -> String {
        self.exercise(&format!("tests/{}.rs", self.slug.replace('-', "_")))
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    /// The files of the root whose names begin with `progress`.
    pub fn progress_files(&self) -> Vec<String> {
        let files = fs::read_dir(&self.root).unwrap();
        let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name.starts_with("progress")).collect();
        names.sort();
        names
    }

    /// Replaces a text that the file has once.
    #[track_caller]
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "{from} in {text}");
        self.write(path, &text.replace(from, to));
    }

    pub fn remove(&self, path: &str) {
        let path = self.root.join(path);
        if path.is_dir() {
            fs::remove_dir_all(path).unwrap();
        } else {
            fs::remove_file(path).unwrap();
        }
    }

    /// The runner in this course's root, as it would be without a terminal.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(program());
        command
            .args(args)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"))
            .env("COLUMNS", "80")
            .env("LANG", "C.UTF-8")
            .env_remove("CARGO")
            .stdin(Stdio::null());
        // What the terminal of whoever runs the tests would change.
        for name in [
            "CI",
            "EDITOR",
            "FORCE_HYPERLINK",
            "LC_ALL",
            "LESS",
            "PAGER",
            "TERM",
            "TERM_PROGRAM",
            "TMUX",
            "VISUAL",
            "ZELLIJ",
        ] {
            command.env_remove(name);
        }
        command
    }

    pub fn xtask(&self, args: &[&str]) -> Ran {
        ran(&mut self.command(args))
    }
}

/// The program that is tested: cargo tells the tests of each package of its own.
fn program() -> &'static str {
    let own = option_env!("CARGO_BIN_EXE_xtask").or(option_env!("CARGO_BIN_EXE_xtask-watch"));
    own.expect("every package that uses this has one of them")
}

/// The root of the repository, from whichever package of it.
pub fn repository() -> &'static Path {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.into_iter().find(|dir| dir.join("judge").is_dir()).expect("the packages are inside it")
}

/// Runs it to its end.
pub fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// `inner` and its arguments as the last arguments of another program.
pub fn started_by(outer: &[&str], inner: &Command) -> Command {
    let mut command = Command::new(outer[0]);
    command.args(&outer[1..]).arg(inner.get_program()).args(inner.get_args());
    command.current_dir(inner.get_current_dir().unwrap()).stdin(Stdio::null());
    for (name, value) in inner.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command
}

/// Standard output of a command on a terminal so many columns wide.
pub fn at(course: &Course, columns: &str, args: &[&str]) -> String {
    ran(course.command(args).env("COLUMNS", columns)).stdout
}

/// `command`, for which file permissions count even if we are the superuser; `None` where that
/// cannot be had.
#[cfg(target_os = "linux")]
pub fn without_powers(command: Command) -> Option<Command> {
    let probe = Path::new(command.get_current_dir()?).join("probe");
    if fs::write(&probe, "").is_err() {
        return Some(command);
    }
    fs::remove_file(&probe).unwrap();
    let lesser = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"];
    let can = Command::new(lesser[0]).args(&lesser[1..]).arg("true").status();
    can.is_ok_and(|status| status.success()).then(|| started_by(&lesser, &command))
}

/// `command`, for which no file may grow beyond so many blocks of 512 bytes: what a full disk does to
/// a write, without filling one.
pub fn with_room_for(blocks: u32, command: &Command) -> Command {
    let shell = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
    started_by(&["sh", "-c", &shell], command)
}

impl Ran {
    /// Asserts the exit code and that each of `parts` is on the screen; returns all that is.
    #[track_caller]
    pub fn says(&self, code: i32, parts: &[&str]) -> String {
        let screen = format!("{}{}", self.stdout, self.stderr);
        assert_eq!(self.code, Some(code), "{screen}");
        // Lines are wrapped between words, and a path that is longer than a line inside of it.
        let unwrapped = |text: &str| text.split_whitespace().collect::<String>();
        let flat = unwrapped(&screen);
        for part in parts {
            assert!(flat.contains(&unwrapped(part)), "\"{part}\" is not in:\n{screen}");
        }
        screen
    }
}

/// A whole file around some code of the story.
pub fn source(code: &str) -> String {
    format!("//! Tea.\n\nuse lab::{{SECOND, fetch}};\n{code}")
}
