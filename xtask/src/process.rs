//! Children that never outlive what they were started for.
//!
//! Every child leads a process group of its own, and the whole group is killed when the child has
//! ended, when its time is up, and when this program is told to end: what a learner's code starts
//! ends with it.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Groups that are alive, by the process id of their leader.
static GROUPS: Mutex<Vec<u32>> = Mutex::new(Vec::new());

/// A child and everything that it starts.
pub struct Group {
    child: Child,
}

impl Group {
    pub fn start(command: &mut Command) -> io::Result<Group> {
        system::lead_a_group(command);
        // Held over the start: an interruption in between must find the child in the list.
        let mut groups = groups();
        let child = command.spawn()?;
        groups.push(child.id());
        Ok(Group { child })
    }

    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Waits for the child to end, at most until `deadline`, then ends what is left of the group.
    /// `None` when the time was up.
    pub fn finish(mut self, deadline: Instant) -> io::Result<Option<ExitStatus>> {
        let began = Instant::now();
        let in_time = loop {
            if system::has_ended(&mut self.child)? {
                break true;
            }
            if Instant::now() >= deadline {
                break false;
            }
            // Often at first, for most end within milliseconds; seldom for what takes long.
            let (shortest, longest) = (Duration::from_micros(200), Duration::from_millis(10));
            thread::sleep((began.elapsed() / 8).clamp(shortest, longest));
        };
        // The leader is not reaped yet: its id cannot have become somebody else's.
        system::kill_group(self.child.id());
        let status = self.child.wait()?;
        Ok(in_time.then_some(status))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let id = self.child.id();
        let mut groups = groups();
        if !matches!(self.child.try_wait(), Ok(Some(_))) {
            system::kill_group(id);
            let _ = self.child.wait();
        }
        groups.retain(|other| *other != id);
    }
}

/// The cargo that started this program, or else the one on the path. The one on the path is often
/// rustup's, which takes ten milliseconds to find out which one is meant.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// From here on, whatever ends this program (Ctrl-C, a closed terminal, a polite kill) ends its
/// children first.
pub fn end_children_with_us() {
    system::on_interruption(|| {
        // The lock is kept: nothing may be started any more.
        let groups = groups();
        for id in groups.iter() {
            system::kill_group(*id);
        }
        // What a shell reports for a program ended by Ctrl-C.
        std::process::exit(130);
    });
}

fn groups() -> MutexGuard<'static, Vec<u32>> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
mod system {
    use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use std::io;
    use std::os::unix::process::CommandExt;
    use std::process::{Child, Command};
    use std::thread;

    pub fn lead_a_group(command: &mut Command) {
        command.process_group(0);
    }

    pub fn kill_group(leader: u32) {
        if let Some(pid) = i32::try_from(leader).ok().and_then(Pid::from_raw) {
            // A group that is gone already needs no killing.
            let _ = kill_process_group(pid, Signal::KILL);
        }
    }

    /// Whether the child has ended, without reaping it.
    pub fn has_ended(child: &mut Child) -> io::Result<bool> {
        let flags = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        Ok(waitid(WaitId::Pid(Pid::from_child(child)), flags)?.is_some())
    }

    pub fn on_interruption(act: impl FnOnce() + Send + 'static) {
        // Without the handler the program still works; Ctrl-C then ends only the runner itself.
        let Ok(mut signals) = Signals::new([SIGINT, SIGTERM, SIGHUP]) else { return };
        thread::spawn(move || {
            if signals.forever().next().is_some() {
                act();
            }
        });
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;
    use std::process::{Child, Command, Stdio};

    /// Ctrl-C reaches every program of a console, and `taskkill /T` follows parents to children:
    /// nothing has to be arranged beforehand.
    pub fn lead_a_group(_command: &mut Command) {}

    pub fn kill_group(leader: u32) {
        let leader = leader.to_string();
        let mut taskkill = Command::new("taskkill");
        taskkill.args(["/T", "/F", "/PID", &leader]).stdout(Stdio::null()).stderr(Stdio::null());
        let _ = taskkill.status();
    }

    pub fn has_ended(child: &mut Child) -> io::Result<bool> {
        Ok(child.try_wait()?.is_some())
    }

    pub fn on_interruption(_act: impl FnOnce() + Send + 'static) {}
}
