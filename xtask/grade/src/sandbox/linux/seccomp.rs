//! Seccomp: which system calls a confined program may make.
//!
//! For a student's program a list of what it may call: std, tokio on one thread and the judge need
//! little, and whatever the kernel learns next is not among it. For compiler and linker, which are
//! others' programs and differ from system to system, a list of what none of them has a use for.

mod syscalls;

use crate::sandbox::Purpose;
use seccompiler::SeccompCmpArgLen::{Dword, Qword};
use seccompiler::SeccompCmpOp::{Eq, MaskedEq, Ne};
use seccompiler::{
    BackendError, BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition,
    SeccompFilter, SeccompRule, TargetArch, apply_filter,
};
use std::collections::BTreeMap;
use std::error::Error;
use std::ffi::CStr;

/// By the number of a call, in which cases the filter means it; empty for all.
type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// From here on, for this process and those it starts. It may still become the program at `path`.
pub fn apply(purpose: Purpose, path: &CStr) -> Result<(), Box<dyn Error>> {
    // Where the path is in memory, not what it says: all that a filter can see. The program that
    // takes our place has other things there, and so cannot become yet another one.
    let path = path.as_ptr().addr() as u64;
    let refused = SeccompAction::Errno(libc::ENOSYS.unsigned_abs());
    let (rules, others, listed) = match purpose {
        Purpose::Run => (allowed(path)?, refused, SeccompAction::Allow),
        Purpose::Compile => (denied_to_the_compiler(path)?, SeccompAction::Allow, refused),
        Purpose::Link => (denied()?, SeccompAction::Allow, refused),
    };
    // A call in the manner of another machine (32 bits) ends the process.
    let machine = TargetArch::try_from(std::env::consts::ARCH)?;
    let filter: BpfProgram = SeccompFilter::new(rules, others, listed, machine)?.try_into()?;
    Ok(apply_filter(&filter)?)
}

/// What a student's program may call.
fn allowed(path: u64) -> Result<Rules, BackendError> {
    let mut rules: Rules = syscalls::PLAIN.iter().map(|call| (*call, Vec::new())).collect();
    let ioctls = [libc::TCGETS, libc::FIOCLEX, libc::FIONCLEX, libc::FIONBIO, libc::FIONREAD];
    let prctls = [libc::PR_SET_NAME, libc::PR_GET_NAME];
    rules.extend([
        // A thread, never a process. (libc tries clone3 first, whose flags no filter can see.)
        (libc::SYS_clone, vec![when(0, Qword, MaskedEq(THREAD), THREAD)?]),
        (libc::SYS_execve, vec![when(0, Qword, Eq, path)?]),
        // What limits it has; to set any is out of the question.
        (libc::SYS_prlimit64, vec![when(2, Qword, Eq, 0)?]),
        (libc::SYS_ioctl, any_of(1, ioctls.into_iter())?),
        (libc::SYS_prctl, any_of(0, prctls.into_iter().map(|one| one as u64))?),
    ]);
    Ok(rules)
}

/// What nothing in a sandbox has a use for.
fn denied() -> Result<Rules, BackendError> {
    let mut rules: Rules = syscalls::NEVER.iter().map(|call| (*call, Vec::new())).collect();
    // Typing into the terminal of whoever started us.
    let typing = [libc::TIOCSTI, libc::TIOCLINUX].into_iter();
    rules.insert(libc::SYS_ioctl, any_of(1, typing)?);
    // A pair that is connected to nothing else is what std starts a program with.
    let local = libc::AF_UNIX.unsigned_abs().into();
    rules.insert(libc::SYS_socketpair, vec![when(0, Dword, Ne, local)?]);
    rules.extend(syscalls::in_the_other_manner().map(|call| (call, Vec::new())));
    Ok(rules)
}

/// The compiler itself starts no program: it is not asked to link.
fn denied_to_the_compiler(path: u64) -> Result<Rules, BackendError> {
    let mut rules = denied()?;
    rules.extend(syscalls::PROCESSES.iter().map(|call| (*call, Vec::new())));
    rules.insert(libc::SYS_clone, vec![when(0, Qword, MaskedEq(THREAD), 0)?]);
    rules.insert(libc::SYS_execve, vec![when(0, Qword, Ne, path)?]);
    Ok(rules)
}

const THREAD: u64 = libc::CLONE_THREAD as u64;

/// When an argument, counted from 0, is so.
fn when(
    argument: u8,
    length: SeccompCmpArgLen,
    is: SeccompCmpOp,
    value: u64,
) -> Result<SeccompRule, BackendError> {
    SeccompRule::new(vec![SeccompCondition::new(argument, length, is, value)?])
}

/// When an argument is one of these.
fn any_of(
    argument: u8,
    values: impl Iterator<Item = u64>,
) -> Result<Vec<SeccompRule>, BackendError> {
    values.map(|value| when(argument, Dword, Eq, value)).collect()
}
