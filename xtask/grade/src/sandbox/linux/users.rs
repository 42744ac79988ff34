//! Which users confined programs run as when the grader is root.
//!
//! Numbers that no distribution gives to anybody (between those of systemd-homed and of its dynamic
//! users), below 65,536 so that they exist in a container too.

use super::super::Purpose;
use nix::unistd::geteuid;
use std::io;
use std::os::unix::fs::chown;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

/// Who compiles and links. No code of a student runs then.
const BUILDER: u32 = 60_578;

/// The first who runs a student's program.
const FIRST: u32 = 60_579;

/// The kernel counts a user's threads over all sandboxes. With a user each, nobody's threads are in the
/// way of another student's.
const RUNNERS: u32 = 600;

pub struct Users {
    next: AtomicU32,
}

impl Users {
    /// `None` unless this process is root: only root has other users to offer.
    pub fn if_root() -> Option<Users> {
        // Another grader on this machine begins elsewhere.
        let next = std::process::id().wrapping_mul(61);
        geteuid().is_root().then(|| Users { next: AtomicU32::new(next) })
    }

    pub fn of(&self, purpose: Purpose) -> u32 {
        match purpose {
            Purpose::Compile | Purpose::Link => BUILDER,
            Purpose::Run => FIRST + self.next.fetch_add(1, Relaxed) % RUNNERS,
        }
    }

    /// Makes a folder that of who compiles and links.
    pub fn change_owner(&self, path: &Path) -> io::Result<()> {
        chown(path, Some(BUILDER), Some(BUILDER))
    }
}
