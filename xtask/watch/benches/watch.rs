//! What watching costs: `cargo bench -p xtask-watch --bench watch`.
//!
//! From a save to the verdict, against bare tools doing the same work on a copy of their own; and
//! what a watch costs that waits for a save.

#[path = "../../benches/support/mod.rs"]
mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use support::{Course, TURNS, ms, ratio, timed};

/// How long the idle watch is looked at.
const IDLE: Duration = Duration::from_secs(20);

fn main() {
    let (watched, bare) = (Course::copied("watched"), Course::copied("bare"));
    let watch = Watch::start(&watched);
    let build = [
        "build",
        "--quiet",
        "--test",
        "gather",
        "--manifest-path",
        "exercises/01-gather/Cargo.toml",
    ];
    let mut build = build.to_vec();
    build.extend(["--profile", "exercise"]);
    timed(&mut bare.command(env!("CARGO"), &build));
    let program = bare.test_program();

    let (mut verdicts, mut builds) = (Vec::new(), Vec::new());
    for turn in 1..=TURNS {
        watched.edit(turn, "watch");
        verdicts.push(watch.verdict());
        // Let it come to rest: what it does after a verdict is not the build's to pay for.
        thread::sleep(Duration::from_millis(200));
        bare.edit(turn, "bare");
        let built = timed(&mut bare.command(env!("CARGO"), &build));
        builds.push(built + timed(&mut bare.command(program.to_str().unwrap(), &["--quiet"])));
    }
    println!(
        "after a save: watch {}, cargo build --test and the run {}",
        ms(&verdicts),
        ms(&builds)
    );
    println!("  watch / cargo build --test and the run   {}", ratio(&verdicts, &builds));

    match watch.ticks() {
        Some(before) => {
            thread::sleep(IDLE);
            let used = watch.ticks().unwrap_or(before) - before;
            println!("idle for {} s: {} ms of processor time", IDLE.as_secs(), 10 * used);
        }
        None => println!("idle: its processor time is not known here"),
    }
}

/// A watch without a terminal: it prints its verdicts.
struct Watch {
    child: Child,
    verdicts: Receiver<()>,
}

impl Watch {
    fn start(course: &Course) -> Watch {
        // As `cargo xtask` builds it, and then the program itself: its process is looked at.
        let build = ["build", "--quiet", "--profile", "runner", "--package", "xtask-watch"];
        timed(&mut course.command(env!("CARGO"), &build));
        let program = course.root.join("target/runner/xtask-watch");
        let mut command = course.command(program.to_str().unwrap(), &["01"]);
        command.env("CARGO", env!("CARGO"));
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the runner starts");
        let (sender, verdicts) = channel();
        let stdout = child.stdout.take().expect("asked for above");
        thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if line.contains("promises kept") {
                    let _ = sender.send(());
                }
            }
        });
        let watch = Watch { child, verdicts };
        watch.verdict();
        watch
    }

    /// How long the next verdict takes.
    fn verdict(&self) -> Duration {
        let began = Instant::now();
        self.verdicts.recv().expect("the watch goes on");
        began.elapsed()
    }

    /// The processor time of the watch and of its children so far, in ticks of 10 ms, where the
    /// system tells it in `/proc`.
    fn ticks(&self) -> Option<u64> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        let fields: Vec<&str> = stat.rsplit(')').next()?.split_whitespace().collect();
        fields.get(11..15)?.iter().map(|field| field.parse::<u64>().ok()).sum()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
