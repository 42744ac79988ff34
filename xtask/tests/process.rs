//! What a child has started ends with it, on every system.
//!
//! Each test starts this program again as a child. That starts it once more, as one that beats: it adds a
//! byte to a file all the time, and so whether it lives is seen on every system.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};
use xtask::process::{CancellationToken, Group};

/// Names the file.
const BEATS: &str = "BEATS";

/// How long one that lives may take to beat again.
const LONG: Duration = Duration::from_secs(1);

#[test]
fn when_it_has_ended() {
    let beats = beats_of("ended");
    let group = start("leaves_one_that_beats", &beats, &CancellationToken::default());
    assert!(group.finish(|_| true).unwrap().unwrap().success());
    assert_no_more(&beats);
}

#[test]
fn when_its_time_is_up() {
    let beats = beats_of("time");
    let group = start("stays_with_one_that_beats", &beats, &CancellationToken::default());
    assert!(group.finish(|_| size(&beats) == 0).unwrap().is_none());
    assert_no_more(&beats);
}

#[test]
fn when_it_is_cancelled() {
    let (beats, token) = (beats_of("cancelled"), CancellationToken::default());
    let group = start("stays_with_one_that_beats", &beats, &token);
    wait_for_beats(&beats);
    token.cancel();
    group.finish(|_| true).unwrap();
    assert_no_more(&beats);
    let mut command = command("leaves_one_that_beats", &beats);
    assert!(Group::start(&mut command, &token).is_err());
}

#[test]
fn when_nobody_waits_for_it() {
    let beats = beats_of("dropped");
    let group = start("stays_with_one_that_beats", &beats, &CancellationToken::default());
    wait_for_beats(&beats);
    drop(group);
    assert_no_more(&beats);
}

/// On Unix a guard does it, which is tested with the watch that sets it up.
#[cfg(windows)]
#[test]
fn when_the_one_that_started_it_is_killed_without_a_word() {
    let beats = beats_of("killed");
    let mut starter = command("starts_a_group", &beats).spawn().unwrap();
    wait_for_beats(&beats);
    starter.kill().unwrap();
    starter.wait().unwrap();
    assert_no_more(&beats);
}

#[test]
#[ignore = "a child of the tests"]
fn leaves_one_that_beats() {
    // Nobody waits for it, and that is what the test is about.
    std::mem::forget(one_that_beats());
}

#[test]
#[ignore = "a child of the tests, and never ends"]
fn stays_with_one_that_beats() {
    let _ = one_that_beats().wait();
}

#[test]
#[ignore = "a child of the tests, and never ends"]
fn starts_a_group() {
    let group = start("stays_with_one_that_beats", &beats(), &CancellationToken::default());
    let _ = group.finish(|_| true);
}

#[test]
#[ignore = "a child of a child, and never ends"]
fn beats_for_ever() {
    use std::io::Write;
    let mut file = fs::File::options().create(true).append(true).open(beats()).unwrap();
    loop {
        file.write_all(b".").unwrap();
        thread::sleep(Duration::from_millis(5));
    }
}

fn one_that_beats() -> Child {
    let child = command("beats_for_ever", &beats()).spawn().unwrap();
    wait_for_beats(&beats());
    child
}

/// The file, as a child is told it.
fn beats() -> PathBuf {
    env::var_os(BEATS).expect("the tests name it").into()
}

fn beats_of(name: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("beats-{name}"));
    let _ = fs::remove_file(&file);
    file
}

fn start(test: &str, beats: &Path, token: &CancellationToken) -> Group {
    Group::start(&mut command(test, beats), token).unwrap()
}

fn command(test: &str, beats: &Path) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored"]).env(BEATS, beats);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |file| file.len())
}

#[track_caller]
fn wait_for_beats(file: &Path) {
    let began = Instant::now();
    while size(file) == 0 {
        assert!(began.elapsed() < Duration::from_secs(60), "nothing beats");
        thread::sleep(Duration::from_millis(5));
    }
}

#[track_caller]
fn assert_no_more(file: &Path) {
    let before = size(file);
    assert!(before > 0, "nothing ever beat");
    thread::sleep(LONG);
    assert_eq!(size(file), before, "it lives on");
}
