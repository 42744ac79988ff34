//! The process inside the sandbox that becomes the confined program.

use super::launch_spec::LaunchSpec;
use super::{landlock, rlimits, seccomp, self_test};
use crate::sandbox::NOT_PREPARED;
use nix::sys::stat::{Mode, umask};
use nix::unistd::{Gid, Uid, close, execve, setgroups, setresgid, setresuid};
use std::ffi::{CString, NulError, OsString};
use std::fmt::Display;
use std::os::unix::ffi::OsStringExt;
use std::process::ExitCode;

/// Carries out the orders. Returns only when that fails, or when all it was to do is to look around.
pub fn launch(words: impl Iterator<Item = OsString>) -> ExitCode {
    let mut words = words.peekable();
    if let Some(code) = words.peek().and_then(|word| self_test::run_inside(word)) {
        return code;
    }
    let failed = match LaunchSpec::from_words(words) {
        Some(spec) => enter(&spec).err().unwrap_or_default(),
        None => "these are no orders".to_owned(),
    };
    eprintln!("the sandbox could not be prepared: {failed}");
    ExitCode::from(NOT_PREPARED)
}

fn enter(spec: &LaunchSpec) -> Result<(), String> {
    for file in 3..=spec.highest_file {
        // Most are not open at all.
        let _ = close(file);
    }
    // What one user makes here, another is to run, however careful the one who started us is.
    umask(Mode::from_bits_truncate(0o022));
    rlimits::set(&spec.limits).map_err(said_by("limits"))?;
    if let Some(user) = spec.user {
        become_user(user).map_err(said_by("another user"))?;
    }
    let program = &spec.program;
    let path = c_string(program.path.clone()).map_err(said_by("the program"))?;
    let args = [program.path.clone().into_os_string()].into_iter().chain(program.args.clone());
    let args = args.map(c_string).collect::<Result<Vec<_>, _>>().map_err(said_by("arguments"))?;
    let env = program.env.iter().map(c_string).collect::<Result<Vec<_>, _>>();
    let env = env.map_err(said_by("the environment"))?;
    if let Some(confinement) = &spec.confinement {
        landlock::confine(confinement).map_err(said_by("landlock"))?;
        seccomp::apply(confinement.purpose, &path).map_err(said_by("seccomp"))?;
    }
    let Err(error) = execve(&path, &args, &env);
    Err(format!("{}: {error}", program.path.display()))
}

/// For good: none of the three numbers that a process has keeps the way back open.
fn become_user(number: u32) -> nix::Result<()> {
    let (user, group) = (Uid::from_raw(number), Gid::from_raw(number));
    setgroups(&[])?;
    setresgid(group, group, group)?;
    setresuid(user, user, user)
}

fn c_string(text: impl Into<OsString>) -> Result<CString, NulError> {
    CString::new(text.into().into_vec())
}

fn said_by<E: Display>(layer: &str) -> impl Fn(E) -> String {
    move |error| format!("{layer}: {error}")
}
