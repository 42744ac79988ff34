//! Where untrusted code runs: a sandbox for each program, built from what the system has.
//!
//! Layers, each of which holds without the others:
//!
//! - **Namespaces** (bubblewrap): no network, no other process to be seen, and no file but those that
//!   the sandbox names. Nothing outlives the sandbox: its first process takes all others with it.
//! - **Another user**: root starts it and a user without rights runs it; anybody else's is alone in a
//!   user namespace.
//! - **Landlock**: reads what the sandbox names, writes to its scratch, executes its program only.
//! - **Seccomp**: the calls that a program needs, and no others. A refused call fails with `ENOSYS`,
//!   as on a kernel that does not have it: libc and std know how to do without. It does not kill, so
//!   that the judge can still say what happened.
//! - **Limits**: CPU, memory, files, threads. Memory is limited per process; a program that is run
//!   cannot start a second one, so that its limit is the limit of all.
//!
//! A container without privileges allows no namespaces. There the grader does without, if it is asked to:
//! Landlock then is what hides files, and seccomp what keeps a program from sockets and other processes.
//!
//! The wall clock and the amount of output are for whoever runs the [`command`](Sandbox::command),
//! in a [`xtask::process::Group`].

#[cfg(target_os = "linux")]
mod linux;
#[cfg(not(target_os = "linux"))]
mod unsupported;

#[cfg(target_os = "linux")]
use linux as system;
use std::ffi::OsString;
use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
#[cfg(not(target_os = "linux"))]
use unsupported as system;
use xtask::failure::Failure;

/// The word on the command line that makes this program prepare a sandbox from inside: limits, user,
/// Landlock and filter are set by the process that then becomes the confined program.
pub const ENTER_SANDBOX: &str = "enter-the-sandbox";

/// The exit code of a sandbox that could not be prepared. Nothing of the program ran.
pub const NOT_PREPARED: u8 = 125;

/// What a program is confined for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The compiler reads a student's source and writes a library. It starts no other program.
    Compile,
    /// The compiler and the system's linker make a program of libraries.
    Link,
    /// A student's program.
    Run,
}

/// What a confined program may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Seconds of CPU, of all threads together.
    pub cpu: u64,
    /// Bytes of address space per process.
    pub memory: u64,
    /// Bytes of the largest file.
    pub file: u64,
    /// Files open at the same time.
    pub open_files: u64,
    /// Threads, and processes where there may be any.
    pub threads: u64,
    /// Bytes of the private `/tmp`. With none nothing at all can be written there.
    pub scratch: u64,
}

impl Purpose {
    /// What an honest program of this purpose gets by with, several times over.
    pub fn limits(self) -> Limits {
        const MIB: u64 = 1 << 20;
        match self {
            Purpose::Compile => Limits {
                cpu: 20,
                memory: 3072 * MIB,
                file: 64 * MIB,
                open_files: 256,
                threads: 64,
                scratch: 64 * MIB,
            },
            Purpose::Link => Limits {
                cpu: 40,
                memory: 3072 * MIB,
                file: 256 * MIB,
                open_files: 256,
                threads: 128,
                scratch: 256 * MIB,
            },
            Purpose::Run => Limits {
                cpu: 10,
                memory: 1024 * MIB,
                file: 16 * MIB,
                open_files: 64,
                threads: 64,
                // An answer keeps nothing in files. Where there may be some, their bytes are limited
                // and their number is not: a million empty ones take a gigabyte of the kernel's memory.
                scratch: 0,
            },
        }
    }
}

/// A file or folder that a confined program sees. Its permissions must let everybody read it: the
/// program may be another user's.
#[derive(Clone, Copy, Debug)]
pub struct Mount<'a> {
    /// Where it is.
    pub host: &'a Path,
    /// Where the program sees it; absolute.
    pub inside: &'a Path,
}

/// One program, confined.
#[derive(Clone, Copy, Debug)]
pub struct ConfinedCommand<'a> {
    pub purpose: Purpose,
    /// What it sees besides the system's libraries (and the system's linker, to link).
    pub read_only: &'a [Mount<'a>],
    /// Where its results go: a folder from [`Sandbox::scratch`]. Never for a student's program.
    pub writable: Option<Mount<'a>>,
    /// As it is [seen](Sandbox::seen) inside.
    pub program: &'a Path,
    pub args: &'a [OsString],
    /// All of its environment. A compiler finds its own libraries by `LD_LIBRARY_PATH` only: without
    /// `/proc` it cannot tell where it is. A linker is found by `PATH`.
    pub env: &'a [(&'a str, &'a str)],
    pub limits: Limits,
}

/// What protects this machine. As text it is the tier that stands in every result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layers {
    /// All of them, with a user of its own for the program.
    AnotherUser,
    /// All of them; the program's user is the grader's, in a user namespace of its own.
    UserNamespace,
    /// All but namespaces, with a user of its own for the program.
    AnotherUserWithoutNamespaces,
    /// All but namespaces; the program's user is the grader's.
    WithoutNamespaces,
    /// None.
    Trusted,
}

/// What protection is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Every layer.
    All,
    /// Every layer but namespaces: all that a container without privileges allows.
    WithoutNamespaces,
    /// None: the submissions are trusted.
    Nothing,
}

impl Display for Layers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let user = match self {
            Layers::AnotherUser => "another user",
            Layers::UserNamespace => "user namespace",
            Layers::AnotherUserWithoutNamespaces | Layers::WithoutNamespaces => {
                f.write_str("without namespaces: seccomp, landlock, limits per process")?;
                let another = *self == Layers::AnotherUserWithoutNamespaces;
                return f.write_str(if another { ", another user" } else { "" });
            }
            Layers::Trusted => return f.write_str("trusted: no sandbox"),
        };
        write!(f, "sandboxed: namespaces, seccomp, landlock, limits per process, {user}")
    }
}

/// What this machine can do, found by trying it.
pub struct Sandbox(system::System);

impl Sandbox {
    /// Tries out whether all that is wanted is there. Otherwise it is an error that says what is missing
    /// and where it comes from. If nothing is wanted, nothing is tried.
    pub fn probe(wanted: Wanted) -> Result<Sandbox, Failure> {
        let launcher = std::env::current_exe()
            .map_err(|error| Failure::machine(format!("could not find this program: {error}")))?;
        system::System::probe(&launcher, wanted).map(Sandbox)
    }

    /// The same with another program that acts as a [`launch`] when told the [`ENTER_SANDBOX`]: all layers,
    /// or none if the submissions are trusted.
    pub fn launched_by(launcher: &Path, trust: bool) -> Result<Sandbox, Failure> {
        let wanted = if trust { Wanted::Nothing } else { Wanted::All };
        system::System::probe(launcher, wanted).map(Sandbox)
    }

    pub fn layers(&self) -> Layers {
        self.0.layers()
    }

    /// Where a confined program sees this: without namespaces of its own, that is where it is.
    pub fn seen(&self, mount: &Mount) -> PathBuf {
        let elsewhere = matches!(self.layers(), Layers::AnotherUser | Layers::UserNamespace);
        if elsewhere { mount.inside } else { mount.host }.to_owned()
    }

    /// Makes a folder that a sandbox may write to. It must not exist yet: a folder that is there may be
    /// a link, or hold what another student left.
    pub fn scratch(&self, path: &Path) -> Result<(), Failure> {
        fs::create_dir(path)
            .and_then(|()| self.0.change_owner(path))
            .map_err(|error| Failure::file("make the folder", path, &error))
    }

    /// Ready to be started, once: in a [`xtask::process::Group`], by a thread that stays until it has
    /// ended. (The kernel ends a sandbox with the thread that started it.)
    pub fn command(&self, confined: &ConfinedCommand) -> Command {
        // Whoever calls this: what a student's program writes reaches nobody.
        let writable = confined.writable.filter(|_| confined.purpose != Purpose::Run);
        self.0.command(&ConfinedCommand { writable, ..*confined })
    }
}

/// Prepares a sandbox from inside and becomes the program in it. Returns only when that fails.
pub fn launch(words: impl Iterator<Item = OsString>) -> ExitCode {
    system::launch(words)
}
