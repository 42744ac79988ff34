//! What a check costs: `cargo bench -p xtask --bench check`.

mod support;

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};
use support::{Course, TURNS, ms, ratio, timed};

const WAYS_TO_GET_STUCK: [(&str, &str); 4] = [
    ("hangs", "std::future::pending::<()>().await;"),
    ("spins", "loop { tokio::task::yield_now().await; }"),
    (
        "spins in a task",
        "tokio::spawn(async { loop { tokio::task::yield_now().await; } }).await.unwrap();",
    ),
    ("deadlocks", "let m = std::sync::Mutex::new(()); let _a = m.lock(); let _b = m.lock();"),
];

fn main() {
    let course = Course::copied("check");
    course.first_verdict("crates downloaded", None);
    let home = course.root.with_file_name("cargo-home");
    let _ = fs::remove_dir_all(&home);
    course.first_verdict("crates to be downloaded", Some(&home));
    course.after_an_edit();
    course.unchanged();
    course.stuck();
    course.all();
}

impl Course {
    fn check(&self) -> Command {
        self.command("cargo", &["xtask", "check", "01"])
    }

    fn first_verdict(&self, what: &str, home: Option<&Path>) {
        let _ = fs::remove_dir_all(self.root.join("target"));
        let mut check = self.check();
        if let Some(home) = home {
            check.env("CARGO_HOME", home);
        }
        let before = processor_time();
        let (first_line, whole) = until_first_line(&mut check);
        let cpu = before.zip(processor_time()).map(|(before, after)| after - before);
        let cpu =
            cpu.map_or("not known here".to_owned(), |cpu| format!("{:.1} s", cpu.as_secs_f64()));
        println!(
            "fresh clone, {what}: first line after {:.1} s, verdict after {:.1} s, processor time {cpu}",
            first_line.as_secs_f64(),
            whole.as_secs_f64()
        );
    }

    fn after_an_edit(&self) {
        self.edit(0, "warm");
        timed(&mut self.check());
        let test = [
            "test",
            "--quiet",
            "--test",
            "gather",
            "--manifest-path",
            "exercises/01-gather/Cargo.toml",
        ];
        let compile = self.rustc_calls();
        let program = self.test_program();
        let (mut checks, mut tests, mut bare) = (Vec::new(), Vec::new(), Vec::new());
        for turn in 0..TURNS {
            self.edit(turn, "check");
            checks.push(timed(&mut self.check()));
            self.edit(turn, "test");
            tests.push(timed(&mut self.command("cargo", &test)));
            self.edit(turn, "bare");
            let compiling: Duration =
                compile.iter().map(|line| timed(&mut self.command("sh", &["-c", line]))).sum();
            bare.push(
                compiling + timed(&mut self.command(program.to_str().unwrap(), &["--quiet"])),
            );
        }
        println!(
            "after an edit: check {}, cargo test {}, two rustc and the run {}",
            ms(&checks),
            ms(&tests),
            ms(&bare)
        );
        println!("  check / cargo test           {}", ratio(&checks, &tests));
        println!("  check / two rustc and run    {}", ratio(&checks, &bare));
    }

    /// The two calls of rustc that cargo makes for the answer and for its tests, word for word.
    fn rustc_calls(&self) -> Vec<String> {
        self.edit(0, "listen");
        let mut build =
            self.command("cargo", &["build", "-v", "--profile", "exercise", "--test", "gather"]);
        let output =
            build.args(["--manifest-path", "exercises/01-gather/Cargo.toml"]).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let calls: Vec<String> = said
            .lines()
            .filter_map(|line| line.trim().strip_prefix("Running `")?.strip_suffix('`'))
            .filter(|call| call.contains("--crate-name gather"))
            .map(str::to_owned)
            .collect();
        assert_eq!(calls.len(), 2, "{said}");
        calls
    }

    fn unchanged(&self) {
        timed(&mut self.check());
        let mut checks = Vec::new();
        for _ in 0..TURNS {
            checks.push(timed(&mut self.check()));
        }
        println!("nothing changed: check {}", ms(&checks));
    }

    /// Every exercise solved, in one check and in a bare `cargo test` each: on a first build of the
    /// exercises, with what they stand on compiled, and after an edit of each.
    fn all(&self) {
        let folders = self.exercises();
        let solve = |salt: &str| {
            for folder in &folders {
                let text =
                    fs::read_to_string(self.root.join("solutions").join(folder).join("src/lib.rs"));
                let to = self.root.join("exercises").join(folder).join("src/lib.rs");
                fs::write(to, format!("{}\n// {salt}\n", text.unwrap())).unwrap();
            }
        };
        let check_all = || timed(&mut self.command("cargo", &["xtask", "check", "--all"]));
        let test_all = || -> Duration {
            let one = |folder: &String| {
                let manifest = format!("exercises/{folder}/Cargo.toml");
                let test = ["test", "--quiet", "--manifest-path", &manifest];
                timed(&mut self.command("cargo", &test))
            };
            folders.iter().map(one).sum()
        };
        solve("first");
        check_all();
        test_all();
        let (mut checks, mut tests) = (Vec::new(), Vec::new());
        for turn in 0..5 {
            solve(&format!("check {turn}"));
            checks.push(check_all());
            solve(&format!("test {turn}"));
            tests.push(test_all());
        }
        println!(
            "all {} exercises after an edit of each: check --all {}, cargo test for each {}",
            folders.len(),
            ms(&checks),
            ms(&tests)
        );
        println!("  check --all / cargo test for each   {}", ratio(&checks, &tests));
    }

    /// The folders of all exercises.
    fn exercises(&self) -> Vec<String> {
        let folders = fs::read_dir(self.root.join("exercises")).unwrap();
        let name = |folder: std::io::Result<fs::DirEntry>| folder.unwrap().file_name();
        let mut names: Vec<String> =
            folders.map(|folder| name(folder).into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn stuck(&self) {
        for (what, code) in WAYS_TO_GET_STUCK {
            let file = self.root.join("exercises/01-gather/src/lib.rs");
            let answer =
                format!("pub mod given;\npub async fn run_all() -> Vec<u32> {{ {code} vec![] }}\n");
            fs::write(file, format!("#![allow(warnings)]\n{answer}")).unwrap();
            println!(
                "an answer that {what}: verdict after {:.1} s",
                timed(&mut self.check()).as_secs_f64()
            );
        }
    }
}

/// When the first byte of ours came, and when all was over.
fn until_first_line(command: &mut Command) -> (Duration, Duration) {
    let began = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (sender, first) = channel();
    let (out, err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let pipes: [Box<dyn Read + Send>; 2] = [Box::new(out), Box::new(err)];
    for mut pipe in pipes {
        let sender = sender.clone();
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(1..) = pipe.read(&mut chunk) {
                let _ = sender.send(began.elapsed());
            }
        });
    }
    let first = first.recv().unwrap();
    child.wait().unwrap();
    (first, began.elapsed())
}

/// The processor time of all children so far, where the system tells it in `/proc`: fields 16 and
/// 17 of `stat`, in ticks of 10 ms.
fn processor_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
    let ticks: u64 = fields[13..=14].iter().map(|field| field.parse::<u64>().unwrap_or(0)).sum();
    Some(Duration::from_millis(10 * ticks))
}
