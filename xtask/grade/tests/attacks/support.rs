//! A class with attackers in it, graded as an instructor would: by the program, with its sandbox.

use super::grader::{self, folder, is_here, root, write};
use super::shapes;
use std::collections::BTreeMap;
use std::net::TcpListener;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;
use std::time::SystemTime;
use std::{env, fs};
use verdict::json;
use xtask_grade::results::{ExerciseResult, Graded};

/// What no result may have in it, whoever's it is.
pub struct Secrets {
    /// In a file of whoever grades.
    pub key: &'static str,
    /// In the environment of the grader.
    pub environment: &'static str,
    /// In what another student handed in.
    pub answer: &'static str,
    /// In the instructor's own promises, as a comment and as a text.
    pub extra: [&'static str; 2],
    /// In the tests and the answer that the course has.
    pub course: [&'static str; 2],
}

pub const SECRETS: Secrets = Secrets {
    key: "KEY_DECOY_5be1c07f",
    environment: "environment-decoy-91a3d2",
    answer: "answer-decoy-77c04e",
    extra: ["comment-decoy-d19f66", "text-decoy-c2a8b5"],
    course: ["Who of several sleepers is woken first", "Calling long_task only makes a future"],
};

/// The word that an attack prints when it got where it should not.
pub const BREACH: &str = "BREACH";

pub const HONEST: [&str; 2] = ["honest-right", "honest-wrong"];

/// What one submission tries, and what must come of it.
pub struct Attack {
    pub name: String,
    /// What results know it by, or begin with.
    pub id: String,
    pub outcome: String,
    /// `gather`: the exercise that it answers.
    pub slug: String,
}

/// The class, graded.
pub struct Class {
    pub attacks: Vec<Attack>,
    /// By the name of the submission, each as the program wrote it.
    pub results: BTreeMap<String, Vec<u8>>,
    /// The honest students' alone.
    pub alone: BTreeMap<String, Vec<u8>>,
    pub output: Output,
    /// The number of the process that graded.
    pub process: u32,
    /// What was there before, and after.
    pub outside: [BTreeMap<PathBuf, (u64, SystemTime)>; 2],
    /// Everything that was written, by its path.
    pub written: BTreeMap<PathBuf, Vec<u8>>,
    /// Whether somebody came by.
    pub visited: bool,
}

/// The graded class; `None` where this machine cannot grade.
pub fn class() -> Option<&'static Class> {
    static CLASS: OnceLock<Option<Class>> = OnceLock::new();
    CLASS.get_or_init(|| is_here().then(grade)).as_ref()
}

fn grade() -> Class {
    let base = folder("attacks");
    let path_of = |name: &str| base.join(name);
    write(&path_of("home/.ssh/id"), &format!("fn stolen() -> {} {{", SECRETS.key));
    write(&path_of("extra/gather.rs"), &extra_tests());
    for folder in ["honest", "class"] {
        for name in HONEST {
            write(&path_of(folder).join(name).join(GATHER), &honest(name));
        }
    }
    let alone = run(&path_of("honest"), &base, "alone").1;
    assert!(alone.status.success(), "{}", String::from_utf8_lossy(&alone.stderr));

    let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
    let unix = UnixListener::bind(path_of("socket")).unwrap();
    let class = path_of("class");
    let port = tcp.local_addr().unwrap().port().to_string();
    let words = [
        ("@DECOY@", path_of("home/.ssh/id").display().to_string()),
        ("@OTHER@", class.join(HONEST[0]).join(GATHER).display().to_string()),
        ("@COURSE@", root().display().to_string()),
        ("@OUT@", path_of("out").display().to_string()),
        ("@SOCKET@", path_of("socket").display().to_string()),
        ("@PORT@", port),
        ("@LONG@", "m".repeat(100_000)),
        ("@FUNCTIONS@", "fn f<'a>;".repeat(1_000)),
        ("@NAMES@", "f,".repeat(80_000)),
        ("@MACROS@", (0..700).map(nested_macro).collect()),
    ];
    let mut attacks = Vec::new();
    for (attack, text) in files() {
        let text = words.iter().fold(text, |text, (word, value)| text.replace(word, value));
        let folder = if attack.slug == "gather" { "01-gather" } else { "06-runtime" };
        let file = format!("exercises/{folder}/src/lib.rs");
        write(&class.join(&attack.name).join(file), &text);
        attacks.push(attack);
    }
    attacks.extend(shapes::hand_in(&class, &path_of("home/.ssh/id")));

    let before = outside(&base);
    let (process, output) = run(&class, &base, "out");
    let after = outside(&base);
    tcp.set_nonblocking(true).unwrap();
    unix.set_nonblocking(true).unwrap();
    let written = contents(&path_of("out"));
    Class {
        attacks,
        results: grader::results(&path_of("out")),
        alone: grader::results(&path_of("alone")),
        output,
        process,
        outside: [before, after],
        written,
        visited: tcp.accept().is_ok() || unix.accept().is_ok(),
    }
}

/// A macro that only calls the next.
fn nested_macro(n: u32) -> String {
    format!("macro_rules! m{n} {{ () => {{ m{}!() }}; }}\n", n + 1)
}

pub const GATHER: &str = "exercises/01-gather/src/lib.rs";

fn run(class: &Path, base: &Path, out: &str) -> (u32, Output) {
    let mut command = grader::command(class, &["gather", "runtime"], &base.join(out));
    command.arg("--extra-tests").arg(base.join("extra")).env("DECOY", SECRETS.environment);
    let child = command.spawn().unwrap();
    (child.id(), child.wait_with_output().unwrap())
}

/// A promise that honest answers keep, with things in it that are nobody's business.
fn extra_tests() -> String {
    let [comment, text] = SECRETS.extra;
    format!(
        "// {comment}\n\
         #[test]\n\
         fn the_ids_add_up() -> judge::Kept {{\n    \
             judge::run(gather::run_all) // {comment}\n        \
                 .promises(|seen| match &seen.value {{\n            \
                     Some(ids) if ids.iter().sum::<u32>() == 6 => Ok(()),\n            \
                     Some(ids) if format!(\"{{ids:?}}\") == \"{text}\" => Ok(()),\n            \
                     Some(_) => Err(\"They do not add up.\".to_owned()),\n            \
                     None => Ok(()),\n        \
                 }})\n        \
                 .kept()\n\
         }}\n"
    )
}

fn honest(name: &str) -> String {
    let file = if name == "honest-right" { "src/lib.rs" } else { "wrong/one_after_another.rs" };
    let text = fs::read_to_string(root().join("solutions/01-gather").join(file)).unwrap();
    format!("{text}\n// {}\n", SECRETS.answer)
}

/// The attacks that are a source: one a file, by exercise.
pub fn files() -> Vec<(Attack, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attacks");
    let mut all = Vec::new();
    for slug in ["gather", "runtime"] {
        for entry in fs::read_dir(folder.join(slug)).unwrap() {
            let file = entry.unwrap().path();
            let text = fs::read_to_string(&file).unwrap();
            let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
            let first = text.lines().next().unwrap_or_default();
            let parts = first.strip_prefix("//! ").and_then(|first| first.split_once(" | "));
            let (_, outcome) = parts.unwrap_or_else(|| panic!("{name}: what must come of it?"));
            let (outcome, slug) = (outcome.to_owned(), slug.to_owned());
            let attack = Attack { id: name.clone(), name, outcome, slug };
            all.push((attack, text));
        }
    }
    all.sort_by(|(a, _), (b, _)| a.name.cmp(&b.name));
    all
}

/// All files below a folder.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    files_below(folder).into_iter().map(|file| (file.clone(), fs::read(&file).unwrap())).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(files_below(&entry.path())),
            _ => files.push(entry.path()),
        }
    }
    files
}

/// What an attack could reach if nothing held it: size and time of what was handed in, of the
/// grader's files, the course, the libraries, and of what stands about in shared folders.
fn outside(base: &Path) -> BTreeMap<PathBuf, (u64, SystemTime)> {
    let root = root();
    let mut files: Vec<PathBuf> = [
        base.join("home"),
        base.join("extra"),
        base.join("class"),
        base.join("alone"),
        root.join("exercises"),
        root.join("solutions"),
        root.join("lab"),
        root.join("judge"),
        target().join("exercise"),
    ]
    .iter()
    .flat_map(|folder| files_below(folder))
    .collect();
    for folder in [Path::new("/tmp"), Path::new("/dev/shm"), &root] {
        for name in ["flood", "flood.new", "was-here", "was-here.new", "socket"] {
            files.push(folder.join(name));
        }
    }
    let looked_at = files.into_iter().filter_map(|file| {
        let seen = fs::symlink_metadata(&file).ok()?;
        Some((file, (seen.len(), seen.modified().ok()?)))
    });
    looked_at.collect()
}

pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

impl Class {
    pub fn result(&self, attack: &Attack) -> ExerciseResult {
        self.graded(&attack.id).exercises[&attack.slug].clone()
    }

    /// The result of whoever has this id, or one that begins so.
    pub fn graded(&self, id: &str) -> Graded {
        let begins = || self.results.iter().find(|(other, _)| other.starts_with(id));
        let bytes = self.results.get(id).or_else(|| Some(begins()?.1));
        let bytes = bytes.unwrap_or_else(|| panic!("{id} has no result"));
        Graded::from_json(&json::parse(bytes).expect("JSON")).expect("a result")
    }
}
