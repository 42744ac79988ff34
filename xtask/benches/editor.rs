//! An editor and a check at the same time: `cargo bench -p xtask --bench editor`.
//!
//! What rust-analyzer does at every save is `cargo check --workspace --all-targets`; that is run here
//! in its place. Neither may wait for the other's lock, and neither may make the other compile again.

mod support;

use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use support::{Course, TURNS, ms, ratio, timed};

const EDITOR: [&str; 3] = ["check", "--workspace", "--all-targets"];
const CHECK: [&str; 3] = ["xtask", "check", "01"];
/// What works in the editor's own build folder.
const TEST: [&str; 5] =
    ["test", "--test", "gather", "--manifest-path", "exercises/01-gather/Cargo.toml"];

fn main() {
    let course = Course::copied("editor");
    // The runner itself is built; nothing else is.
    timed(&mut course.command("cargo", &["xtask", "list"]));
    for (what, args) in [("check", &CHECK[..]), ("cargo test", &TEST)] {
        for folder in ["debug", "exercise"] {
            let _ = fs::remove_dir_all(course.root.join("target").join(folder));
        }
        let mut editor = start(course.command("cargo", &EDITOR));
        // The editor was there first: it has its lock before anybody else asks.
        std::thread::sleep(Duration::from_millis(500));
        let first = timed(&mut course.command("cargo", args));
        editor.wait().expect("cargo ends");
        println!(
            "first verdict while an editor opens the course: {what} {:.1} s",
            first.as_secs_f64()
        );
    }

    let (mut alone, mut beside, mut tests) = (Vec::new(), Vec::new(), Vec::new());
    timed(&mut course.command("cargo", &CHECK));
    for turn in 0..TURNS {
        course.edit(turn, "alone");
        alone.push(timed(&mut course.command("cargo", &CHECK)));
        timed(&mut course.command("cargo", &EDITOR));
        course.edit(turn, "beside");
        beside.push(with_editor(&course, &CHECK));
        course.edit(turn, "test");
        tests.push(with_editor(&course, &TEST));
    }
    println!(
        "after a save: check alone {}, beside the editor's {}, cargo test beside it {}",
        ms(&alone),
        ms(&beside),
        ms(&tests)
    );
    println!("  beside / alone       {}", ratio(&beside, &alone));

    timed(&mut course.command("cargo", &CHECK));
    timed(&mut course.command("cargo", &EDITOR));
    println!("compiled anew, nothing changed since:");
    println!("  by the editor after a check   {}", compiled(&course, &CHECK, &EDITOR));
    println!("  by a check after the editor   {}", compiled(&course, &EDITOR, &CHECK));
}

/// How long this takes when the editor begins its own work at the same moment.
fn with_editor(course: &Course, args: &[&str]) -> Duration {
    let mut editor = start(course.command("cargo", &EDITOR));
    let took = timed(&mut course.command("cargo", args));
    editor.wait().expect("cargo ends");
    took
}

/// How many crates `second` compiles after `first`.
fn compiled(course: &Course, first: &[&str], second: &[&str]) -> usize {
    timed(&mut course.command("cargo", first));
    let mut second = course.command("cargo", second);
    let output = second.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    said.lines().filter(|line| line.contains("Checking ") || line.contains("Compiling ")).count()
}

fn start(mut command: Command) -> Child {
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("cargo starts")
}
