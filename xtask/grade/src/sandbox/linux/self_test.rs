//! A self-test of the sandbox: whether it holds, found by trying it before anything untrusted is in it.

use super::System;
use crate::sandbox::{
    ConfinedCommand, ENTER_SANDBOX, Layers, Limits, Mount, NOT_PREPARED, Purpose,
};
use nix::unistd::geteuid;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::net::UdpSocket;
use std::path::Path;
use std::process::{Command, ExitCode, Output, Stdio};
use xtask::failure::Failure;

/// The words for it: in namespaces, and without them.
pub const SELF_TEST: &str = "self-test";
pub const WITHOUT_NAMESPACES: &str = "self-test-without-namespaces";

/// What is said at the end of a look that found nothing wrong.
const HOLDS: &str = "it holds";

const CONTAINER: &str = "Or grade in a container or virtual machine that has them, or say \
                         --trust-submissions if you have read every one of them";

/// Has a program of ours in a sandbox try what none may.
pub fn run(system: &System) -> Result<(), Failure> {
    let (word, path) = match system.layers() {
        Layers::AnotherUser | Layers::UserNamespace => (SELF_TEST, Path::new("/self-test")),
        _ => (WITHOUT_NAMESPACES, system.launcher.as_path()),
    };
    let program = Mount { host: &system.launcher, inside: path };
    let output = system
        .command(&ConfinedCommand {
            purpose: Purpose::Run,
            read_only: &[program],
            writable: None,
            program: program.inside,
            args: &[ENTER_SANDBOX.into(), word.into()],
            env: &[],
            limits: Limits { scratch: 4096, ..Purpose::Run.limits() },
        })
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::start("the sandbox", &error))?;
    if output.status.success() && output.stdout == HOLDS.as_bytes() {
        return Ok(());
    }
    let (said, next) = (said(&output), next_step(&output));
    Err(Failure::machine(format!(
        "submissions are not run here, for the sandbox does not hold: {said}. {next}. {CONTAINER}"
    )))
}

fn said(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr);
    match errors.trim() {
        "" => format!("a program in it ended with {}", output.status),
        errors => errors.replace('\n', "; "),
    }
}

/// Who is missing, by who complains.
fn next_step(output: &Output) -> &'static str {
    let errors = String::from_utf8_lossy(&output.stderr);
    if errors.starts_with("bwrap: ") {
        "Namespaces are missing: bubblewrap needs user namespaces (sysctl \
         kernel.unprivileged_userns_clone=1, user.max_user_namespaces above 0, and on Ubuntu \
         kernel.apparmor_restrict_unprivileged_userns=0 or a profile for bwrap), or root with the right \
         to mount (docker run --privileged)"
    } else if errors.contains("landlock: ") {
        "Landlock needs Linux 5.13 or newer with `landlock` in the kernel's list of security modules \
         (lsm=landlock,… on its command line)"
    } else if errors.contains("seccomp: ") {
        "Seccomp needs a kernel with CONFIG_SECCOMP_FILTER"
    } else if errors.contains("EACCES") {
        "Another user must be able to run the grader: let everybody read and execute its program, and \
         build with umask 022"
    } else {
        "Namespaces, another user, Landlock, seccomp and limits must all be there"
    }
}

/// What the program of ours in the sandbox does, if `word` is for it.
pub fn run_inside(word: &OsStr) -> Option<ExitCode> {
    let hole = match word.to_str()? {
        SELF_TEST => hole_in_namespaces().or_else(hole),
        WITHOUT_NAMESPACES => hole(),
        _ => return None,
    };
    Some(match hole {
        None => {
            print!("{HOLDS}");
            ExitCode::SUCCESS
        }
        Some(hole) => {
            eprintln!("in the sandbox, {hole}");
            ExitCode::from(NOT_PREPARED)
        }
    })
}

/// The first thing found that must not be there. One for each layer, where no other would stop it.
fn hole_in_namespaces() -> Option<&'static str> {
    if Path::new("/proc/self").exists() || Path::new("/etc/passwd").exists() {
        return Some("files of the machine are visible");
    }
    // Landlock: the folder is anybody's, by its permissions.
    if File::create("/tmp/program").is_err() {
        return Some("the scratch cannot be written to");
    }
    None
}

/// The same for the layers that are there without namespaces too.
fn hole() -> Option<&'static str> {
    if geteuid().is_root() {
        return Some("a program is root");
    }
    // Anybody may read these, by their permissions.
    if fs::read_dir("/").is_ok() || File::open("/etc/passwd").is_ok() {
        return Some("landlock: files can be read that were not named");
    }
    if UdpSocket::bind("127.0.0.1:0").is_ok() {
        return Some("seccomp: there are sockets");
    }
    let program = std::env::args_os().next().unwrap_or_default();
    if Command::new(program).stdin(Stdio::inherit()).spawn().is_ok() {
        return Some("seccomp: a program can be started");
    }
    None
}
