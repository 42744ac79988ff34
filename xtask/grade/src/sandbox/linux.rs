//! Cages on Linux: what is there, and the command that starts one.

mod bubblewrap;
mod landlock;
mod launch_spec;
mod launcher;
mod rlimits;
mod seccomp;
mod self_test;
mod users;

pub use launcher::launch;

use super::{ConfinedCommand, Layers, WORD};
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
    /// programs; those that we were started with may not be, and are none of a cage's business.
    highest_file: i32,
    /// `None` when the submissions are trusted.
    caged: Option<Caged>,
}

struct Caged {
    bubblewrap: Bubblewrap,
    /// `None` unless we are root.
    users: Option<Users>,
}

impl System {
    pub fn probe(launcher: &Path, trust: bool) -> Result<System, Failure> {
        let launcher =
            launcher.canonicalize().map_err(|error| Failure::file("find", launcher, &error))?;
        let caged = if trust {
            None
        } else {
            Some(Caged { bubblewrap: Bubblewrap::find(&launcher)?, users: Users::if_root() })
        };
        let system = System { launcher, highest_file: highest_file(), caged };
        if system.caged.is_some() {
            self_test::have_a_look(&system)?;
        }
        Ok(system)
    }

    pub fn layers(&self) -> Layers {
        match &self.caged {
            Some(Caged { users: Some(_), .. }) => Layers::AnotherUser,
            Some(Caged { users: None, .. }) => Layers::UserNamespace,
            None => Layers::Trusted,
        }
    }

    /// Makes a folder that of the user that writes to it.
    pub fn give_away(&self, path: &Path) -> io::Result<()> {
        match &self.caged {
            Some(Caged { users: Some(users), .. }) => users.give_away(path),
            _ => Ok(()),
        }
    }

    pub fn command(&self, cage: &ConfinedCommand) -> Command {
        let caged = self.caged.as_ref();
        let users = caged.and_then(|caged| caged.users.as_ref());
        let spec = LaunchSpec {
            limits: cage.limits,
            highest_file: self.highest_file,
            user: users.map(|users| users.of(cage.purpose)),
            confinement: caged.map(|caged| caged.bubblewrap.confinement(cage)),
            program: cage.into(),
        };
        match caged {
            Some(caged) => caged.bubblewrap.command(cage, &spec),
            None => self.plain_command(cage, &spec),
        }
    }

    fn plain_command(&self, cage: &ConfinedCommand, spec: &LaunchSpec) -> Command {
        let mut command = Command::new(&self.launcher);
        command.arg(WORD).args(spec.words()).env_clear();
        let folder = cage.writable.map(|mount| mount.host.to_owned());
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
