//! Machines that fail: whatever is missing, nobody is given a grade for it.

use super::class::{self, Class, ran, right, wrong};
use super::here::{self, is_here};
use super::small;
use nix::unistd::geteuid;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

#[test]
fn a_sandbox_that_fails_gives_nobody_a_grade() {
    if !is_here() {
        return;
    }
    let class =
        Class::of("sandbox-gone", &[("ada", &right()), ("bob", &right()), ("eve", &wrong())]);
    class.graded("whole", &[]);
    // It takes about thirteen sandboxes to try the course's own answer, and ten for each student.
    for working in [0, 5, 14, 16, 20, 26, 31, 35] {
        let out = format!("out-{working}");
        let gone = class.with_bwrap(&out, &format!("-gt {working}"));
        assert_eq!(gone.code, Some(3), "after {working}: {}", gone.said);
        class.assert_part_of(&out, "whole");
        if working > 13 {
            assert!(gone.said.contains("Nobody has been given a grade"), "{}", gone.said);
        }
        class.graded(&out, &[]);
        class.assert_same("whole", &out);
    }
}

#[test]
fn a_sandbox_that_fails_once_is_tried_again() {
    if !is_here() {
        return;
    }
    let class = Class::of("sandbox-hiccup", &[("ada", &right()), ("bob", &right())]);
    class.graded("whole", &[]);
    for hiccup in [14, 15, 16, 19, 23, 28] {
        let out = format!("out-{hiccup}");
        let ran = class.with_bwrap(&out, &format!("-eq {hiccup}"));
        assert_eq!(ran.code, Some(0), "{}", ran.said);
        class.assert_same("whole", &out);
    }
}

#[test]
fn a_full_disk_gives_nobody_a_grade() {
    if !is_here() {
        return;
    }
    if !geteuid().is_root() {
        eprintln!("skipped: only root can mount a small disk");
        return;
    }
    let class = small("disk");
    class.graded("whole", &[]);
    // Where grades are kept.
    let full = class.at("full");
    fs::create_dir_all(&full).unwrap();
    let ran = on_a_small_disk(&full, "20k", class.grader("full", &[]));
    assert_eq!(ran.code, Some(3));
    assert!(ran.said.contains("could not write "), "{}", ran.said);
    assert!(ran.said.contains("Nobody has been given a grade"), "{}", ran.said);
    // Where submissions are compiled: everything fits, with the course's own program, but for one answer.
    let large = format!("{}\npub static LARGE: [u8; 48 << 20] = [1; 48 << 20];\n", right());
    class.hand_in("dan", "01-gather", &large);
    class.graded("whole", &[]);
    let rooms = here::root().join("target/grading");
    fs::create_dir_all(&rooms).unwrap();
    let ran =
        on_a_small_disk(&rooms, &format!("{}k", kit_size() + 30 * 1024), class.grader("out", &[]));
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(ran.said.contains("there is hardly any space left in "), "{}", ran.said);
    class.assert_part_of("out", "whole");
    class.graded("out", &[]);
    class.assert_same("whole", "out");
}

impl Class {
    /// Grades with a `bwrap` that fails in its n-th call, where `n` is such.
    fn with_bwrap(&self, out: &str, fails: &str) -> class::Ran {
        let folder = self.at(&format!("path-{out}"));
        fs::create_dir_all(&folder).unwrap();
        let calls = folder.join("calls");
        let script = format!(
            "#!/bin/sh\n\
             printf x >> {calls}\n\
             if [ $(/usr/bin/wc -c < {calls}) {fails} ]; then\n\
             echo 'bwrap: Creating new namespace failed: No space left on device' >&2\n\
             exit 1\n\
             fi\n\
             exec {real} \"$@\"\n",
            calls = calls.display(),
            real = bwrap().display()
        );
        let file = folder.join("bwrap");
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, PermissionsExt::from_mode(0o755)).unwrap();
        let path = std::env::var("PATH").unwrap();
        ran(self.grader(out, &[]).env("PATH", format!("{}:{path}", folder.display())))
    }
}

fn bwrap() -> std::path::PathBuf {
    let path = std::env::var_os("PATH").unwrap();
    std::env::split_paths(&path).map(|dir| dir.join("bwrap")).find(|file| file.is_file()).unwrap()
}

/// Runs a program for which `path` is a disk of this size.
fn on_a_small_disk(path: &Path, size: &str, command: Command) -> class::Ran {
    let mut small = Command::new("unshare");
    let mount = "mount -t tmpfs -o size=$1 tmpfs \"$2\" && shift 2 && exec \"$@\"";
    small.args(["--mount", "sh", "-c", mount, "sh", size]).arg(path);
    small.arg(command.get_program()).args(command.get_args());
    ran(small.current_dir(command.get_current_dir().unwrap()))
}

/// What the libraries that answers are compiled with take at most, in KiB.
fn kit_size() -> u64 {
    let folder = here::root().join("target/exercise/deps");
    let mut largest: BTreeMap<String, u64> = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap().map(|file| file.unwrap()) {
        let name = file.file_name().into_string().unwrap();
        if let Some((name, _hash)) = name.rsplit_once('-')
            && file.path().extension().is_some_and(|kind| kind == "rlib" || kind == "so")
        {
            let size = largest.entry(name.to_owned()).or_default();
            *size = file.metadata().unwrap().len().max(*size);
        }
    }
    largest.values().sum::<u64>() / 1024
}
