//! The sandbox on Linux: what the system has, and the command that starts a confined program.

mod bubblewrap;
mod landlock;
mod launch_spec;
mod launcher;
mod rlimits;
mod seccomp;
mod self_test;
mod users;

pub use launcher::launch;

use super::{ConfinedCommand, ENTER_SANDBOX, Layers, Limits, Mount, Wanted};
use bubblewrap::{Bubblewrap, Libraries};
use launch_spec::LaunchSpec;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use users::Users;
use xtask::failure::Failure;

pub struct System {
    launcher: PathBuf,
    /// The highest file that was open when we began. Files of ours are closed on the way to other
    /// programs; those that we were started with may not be, and are none of a sandbox's business.
    highest_file: i32,
    /// `None` when the submissions are trusted.
    isolation: Option<Isolation>,
}

struct Isolation {
    /// `None` in a container that allows no namespaces.
    bubblewrap: Option<Bubblewrap>,
    libraries: Libraries,
    /// `None` unless we are root.
    users: Option<Users>,
}

impl System {
    pub fn probe(launcher: &Path, wanted: Wanted) -> Result<System, Failure> {
        let launcher =
            launcher.canonicalize().map_err(|error| Failure::file("find", launcher, &error))?;
        let isolation = |bubblewrap| {
            let libraries = Libraries::of(&launcher)?;
            Ok(Some(Isolation { bubblewrap, libraries, users: Users::if_root() }))
        };
        let isolation = match wanted {
            Wanted::All => isolation(Some(Bubblewrap::find(&launcher)?))?,
            Wanted::WithoutNamespaces => isolation(None)?,
            Wanted::Nothing => None,
        };
        let system = System { launcher, highest_file: highest_file(), isolation };
        if system.isolation.is_some() {
            self_test::run(&system)?;
        }
        Ok(system)
    }

    pub fn layers(&self) -> Layers {
        match &self.isolation {
            Some(Isolation { bubblewrap: Some(_), users: Some(_), .. }) => Layers::AnotherUser,
            Some(Isolation { bubblewrap: Some(_), users: None, .. }) => Layers::UserNamespace,
            Some(Isolation { bubblewrap: None, users: Some(_), .. }) => {
                Layers::AnotherUserWithoutNamespaces
            }
            Some(Isolation { bubblewrap: None, users: None, .. }) => Layers::WithoutNamespaces,
            None => Layers::Trusted,
        }
    }

    /// Makes a folder that of the user that writes to it.
    pub fn change_owner(&self, path: &Path) -> io::Result<()> {
        match &self.isolation {
            Some(Isolation { users: Some(users), .. }) => users.change_owner(path),
            _ => Ok(()),
        }
    }

    pub fn command(&self, confined: &ConfinedCommand) -> Command {
        match &self.isolation {
            Some(Isolation { bubblewrap: Some(bubblewrap), libraries, .. }) => {
                bubblewrap.command(confined, libraries, &self.spec(confined))
            }
            Some(_) => self.without_namespaces(confined),
            None => self.plain_command(confined, &self.spec(confined)),
        }
    }

    fn spec(&self, confined: &ConfinedCommand) -> LaunchSpec {
        let isolation = self.isolation.as_ref();
        let users = isolation.and_then(|isolation| isolation.users.as_ref());
        LaunchSpec {
            limits: confined.limits,
            highest_file: self.highest_file,
            user: users.map(|users| users.of(confined.purpose)),
            confinement: isolation.map(|isolation| isolation.libraries.confinement(confined)),
            program: confined.into(),
        }
    }

    /// The same program where it is on the host: there is no other place to see it at. The folder that it
    /// writes to is its only scratch.
    fn without_namespaces(&self, confined: &ConfinedCommand) -> Command {
        let here = |mount: &Mount<'_>| mount.host.to_owned();
        let places: Vec<PathBuf> = confined.read_only.iter().map(here).collect();
        let read_only: Vec<Mount> =
            places.iter().map(|path| Mount { host: path, inside: path }).collect();
        let writable = confined.writable.map(|mount| Mount { inside: mount.host, ..mount });
        let scratch = writable.map(|mount| mount.host.display().to_string());
        let mut env = confined.env.to_vec();
        env.extend(scratch.as_deref().map(|folder| ("TMPDIR", folder)));
        let mut limits = Limits { scratch: 0, ..confined.limits };
        if self.isolation.as_ref().is_some_and(|isolation| isolation.users.is_none()) {
            // The kernel counts what the grader's user has everywhere: editors, browsers, other answers.
            limits.threads = MANY_THREADS;
        }
        let confined =
            ConfinedCommand { read_only: &read_only, writable, env: &env, limits, ..*confined };
        self.plain_command(&confined, &self.spec(&confined))
    }

    fn plain_command(&self, confined: &ConfinedCommand, spec: &LaunchSpec) -> Command {
        let mut command = Command::new(&self.launcher);
        command.arg(ENTER_SANDBOX).args(spec.words()).env_clear();
        let folder = confined.writable.map(|mount| mount.host.to_owned());
        command.current_dir(folder.unwrap_or_else(std::env::temp_dir));
        command
    }
}

/// More than any user has, and fewer than a machine breaks down under.
const MANY_THREADS: u64 = 8192;

/// The highest file open in this process.
fn highest_file() -> i32 {
    let open = std::fs::read_dir("/proc/self/fd").into_iter().flatten().flatten();
    let numbers = open.filter_map(|file| file.file_name().to_str()?.parse().ok());
    // Without /proc: more than anybody leaves open.
    numbers.max().unwrap_or(1024)
}
