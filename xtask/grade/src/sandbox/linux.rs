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

use super::{ConfinedCommand, ENTER_SANDBOX, Layers};
use bubblewrap::Bubblewrap;
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
    bubblewrap: Bubblewrap,
    /// `None` unless we are root.
    users: Option<Users>,
}

impl System {
    pub fn probe(launcher: &Path, trust: bool) -> Result<System, Failure> {
        let launcher =
            launcher.canonicalize().map_err(|error| Failure::file("find", launcher, &error))?;
        let isolation = if trust {
            None
        } else {
            Some(Isolation { bubblewrap: Bubblewrap::find(&launcher)?, users: Users::if_root() })
        };
        let system = System { launcher, highest_file: highest_file(), isolation };
        if system.isolation.is_some() {
            self_test::run(&system)?;
        }
        Ok(system)
    }

    pub fn layers(&self) -> Layers {
        match &self.isolation {
            Some(Isolation { users: Some(_), .. }) => Layers::AnotherUser,
            Some(Isolation { users: None, .. }) => Layers::UserNamespace,
            None => Layers::Trusted,
        }
    }

    /// Makes a folder that of the user that writes to it.
    pub fn give_away(&self, path: &Path) -> io::Result<()> {
        match &self.isolation {
            Some(Isolation { users: Some(users), .. }) => users.give_away(path),
            _ => Ok(()),
        }
    }

    pub fn command(&self, confined: &ConfinedCommand) -> Command {
        let isolation = self.isolation.as_ref();
        let users = isolation.and_then(|isolation| isolation.users.as_ref());
        let spec = LaunchSpec {
            limits: confined.limits,
            highest_file: self.highest_file,
            user: users.map(|users| users.of(confined.purpose)),
            confinement: isolation.map(|isolation| isolation.bubblewrap.confinement(confined)),
            program: confined.into(),
        };
        match isolation {
            Some(isolation) => isolation.bubblewrap.command(confined, &spec),
            None => self.plain_command(confined, &spec),
        }
    }

    fn plain_command(&self, confined: &ConfinedCommand, spec: &LaunchSpec) -> Command {
        let mut command = Command::new(&self.launcher);
        command.arg(ENTER_SANDBOX).args(spec.words()).env_clear();
        let folder = confined.writable.map(|mount| mount.host.to_owned());
        command.current_dir(folder.unwrap_or_else(std::env::temp_dir));
        command
    }
}

/// The highest file open in this process.
fn highest_file() -> i32 {
    let open = std::fs::read_dir("/proc/self/fd").into_iter().flatten().flatten();
    let numbers = open.filter_map(|file| file.file_name().to_str()?.parse().ok());
    // Without /proc: more than anybody leaves open.
    numbers.max().unwrap_or(1024)
}
