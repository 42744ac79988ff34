//! A watch that is not in a terminal, on every system.

#[path = "../../tests/support/mod.rs"]
mod support;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use support::processes::soon;
use support::{Course, IN_TURN, RIGHT};

const BROKEN: &str = "1 of 2 promises kept";
const SOLVED: &str = "2 of 2 promises kept";

#[test]
fn without_a_terminal_it_prints_plain_lines() {
    let course = Course::new("watch-plain");
    course.answer(IN_TURN);
    let watch = Plain::start(&mut course.command(&[]));
    watch.prints(BROKEN, 1);
    course.answer(RIGHT);
    watch.prints(SOLVED, 1);
    let printed = watch.end();
    assert!(printed.contains("Water boils while the pot warms."), "{printed}");
    assert!(!printed.contains('\x1b'), "{printed:?}");
}

#[test]
fn when_nobody_reads_any_more_it_ends() {
    let course = Course::new("watch-unread");
    course.answer(IN_TURN);
    let mut child = course.command(&[]).stdout(Stdio::piped()).spawn().unwrap();
    // The first verdict is read, and then the reader goes away.
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(first.contains(BROKEN), "{first}");
    course.answer(RIGHT);
    assert!(soon(|| child.try_wait().unwrap().is_some()), "it goes on for nobody");
}

#[test]
fn a_manifest_that_is_mended_is_read_again() {
    let course = Course::new("watch-manifest");
    course.answer(RIGHT);
    let manifest = course.read(&course.exercise("Cargo.toml"));
    course.write(
        &course.exercise("Cargo.toml"),
        &manifest.replace("name = \"watch-manifest\"", "name = \"my-tea\""),
    );
    let watch = Plain::start(&mut course.command(&[]));
    watch.prints("says name = \"my-tea\"", 1);
    course.write(&course.exercise("Cargo.toml"), &manifest);
    watch.prints(SOLVED, 1);
    watch.end();
}

#[test]
fn however_an_editor_saves_it_is_one_check() {
    let course = Course::new("watch-editors");
    course.answer(IN_TURN);
    let watch = Plain::start(&mut course.command(&[]));
    watch.prints(BROKEN, 1);
    let path = course.root.join(course.exercise("src/lib.rs"));
    let beside = |name: &str| path.with_file_name(name);
    let right = support::source(RIGHT);
    let wrong = support::source(IN_TURN);

    // Under another name first, moved into place.
    fs::write(beside("lib.rs.tmp"), &right).unwrap();
    fs::rename(beside("lib.rs.tmp"), &path).unwrap();
    watch.prints(SOLVED, 1);

    // The old one moved away, a swap file, a probe for whether the folder can be written to.
    fs::write(beside(".lib.rs.swp"), "swap").unwrap();
    fs::write(beside("4913"), "").unwrap();
    fs::remove_file(beside("4913")).unwrap();
    fs::rename(&path, beside("lib.rs~")).unwrap();
    fs::write(&path, &wrong).unwrap();
    fs::remove_file(beside("lib.rs~")).unwrap();
    fs::remove_file(beside(".lib.rs.swp")).unwrap();
    watch.prints(BROKEN, 2);

    // Twice the same, and a lock of another editor that looks like Rust.
    fs::write(beside(".#lib.rs"), "lock").unwrap();
    fs::write(&path, &right).unwrap();
    fs::write(&path, &right).unwrap();
    watch.prints(SOLVED, 2);
    fs::write(&path, &right).unwrap();
    fs::remove_file(beside(".#lib.rs")).unwrap();

    // The whole of `src` put back from somewhere else.
    let away = path.parent().unwrap().with_file_name("away");
    fs::rename(path.parent().unwrap(), &away).unwrap();
    fs::write(away.join("lib.rs"), &wrong).unwrap();
    fs::rename(&away, path.parent().unwrap()).unwrap();
    watch.prints(BROKEN, 3);
    fs::write(&path, &right).unwrap();
    watch.prints(SOLVED, 3);
    let printed = watch.end();
    assert_eq!(printed.matches("promises kept").count(), 6, "{printed}");
}

#[cfg(target_os = "linux")]
#[test]
fn where_no_event_arrives_it_looks_for_itself() {
    let course = Course::new("watch-no-events");
    course.answer(IN_TURN);
    // In a world in which nobody may be told of changes; where it cannot be made, there is nothing
    // to see.
    let inner = course.command(&[]);
    let script = "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$0\"";
    let mut deaf = std::process::Command::new("unshare");
    deaf.args(["--user", "--map-root-user", "sh", "-c", script]).arg(inner.get_program());
    deaf.current_dir(&course.root).stdin(Stdio::null());
    deaf.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    deaf.env_remove("CARGO").env_remove("TERM").env_remove("LC_ALL");
    let mut probe = std::process::Command::new("unshare");
    probe.args(["--user", "--map-root-user", "sh", "-c"]);
    probe.arg("echo 0 > /proc/sys/user/max_inotify_instances").stderr(Stdio::null());
    if !probe.status().is_ok_and(|status| status.success()) {
        eprintln!("skipped: this system does not let us take away its events");
        return;
    }
    let watch = Plain::start(&mut deaf);
    watch.prints(BROKEN, 1);
    course.answer(RIGHT);
    watch.prints(SOLVED, 1);
    watch.end();
}

/// A watch without a terminal, and what it has printed so far.
struct Plain {
    child: Child,
    printed: Arc<Mutex<String>>,
}

impl Plain {
    fn start(command: &mut std::process::Command) -> Plain {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let printed = Arc::<Mutex<String>>::default();
        let (into, from) = (printed.clone(), child.stdout.take().unwrap());
        thread::spawn(move || {
            for line in BufReader::new(from).lines().map_while(Result::ok) {
                into.lock().unwrap().push_str(&format!("{line}\n"));
            }
        });
        Plain { child, printed }
    }

    #[track_caller]
    fn prints(&self, part: &str, times: usize) {
        let count = || self.printed.lock().unwrap().matches(part).count();
        assert!(
            soon(|| count() == times),
            "{part} {times} times:\n{}",
            self.printed.lock().unwrap()
        );
    }

    /// Told to end, it does; returns everything it printed. (Windows has no way to tell it.)
    fn end(mut self) -> String {
        if cfg!(windows) {
            self.child.kill().unwrap();
        } else {
            let pid = self.child.id().to_string();
            let kill = std::process::Command::new("kill").arg(pid).status();
            assert!(kill.unwrap().success());
        }
        let code = self.child.wait().unwrap().code();
        assert!(cfg!(windows) || code == Some(143), "{code:?}");
        self.printed.lock().unwrap().clone()
    }
}
