//! Groups on Unix: a process group of their own, killed by its number.

use rustix::process::{
    Pid, Signal, WaitId, WaitIdOptions, kill_process, kill_process_group, waitid,
};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;
use std::fs;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};
use std::thread;

/// A child, and whether it leads a group of its own.
pub struct Leader {
    child: Child,
    killer: Killer,
}

/// Kills what was started with a child. It has to be used before the child is reaped: then its number
/// may be somebody else's.
#[derive(Clone, Copy)]
pub enum Killer {
    Group(u32),
    Process(u32),
}

impl Leader {
    pub fn start(command: &mut Command) -> io::Result<Leader> {
        lead_a_group(command);
        let child = command.spawn()?;
        let killer = Killer::Group(child.id());
        Ok(Leader { child, killer })
    }

    /// In the terminal's own group.
    pub fn start_in_the_terminal(command: &mut Command) -> io::Result<Leader> {
        let child = command.spawn()?;
        let killer = Killer::Process(child.id());
        Ok(Leader { child, killer })
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    pub fn killer(&self) -> Killer {
        self.killer
    }

    pub fn with_child<T>(&mut self, act: impl FnOnce(&mut Child) -> T) -> T {
        act(&mut self.child)
    }

    /// Whether the child has ended, without reaping it.
    pub fn has_ended(&mut self) -> io::Result<bool> {
        let flags = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        Ok(waitid(WaitId::Pid(Pid::from_child(&self.child)), flags)?.is_some())
    }
}

impl Killer {
    pub fn kill(&self) {
        let (Killer::Group(id) | Killer::Process(id)) = self;
        let Some(pid) = i32::try_from(*id).ok().and_then(Pid::from_raw) else { return };
        // What is gone already needs no killing.
        let _ = match self {
            Killer::Group(_) => kill_process_group(pid, Signal::KILL),
            Killer::Process(_) => kill_process(pid, Signal::KILL),
        };
    }
}

pub fn lead_a_group(command: &mut Command) {
    command.process_group(0);
}

pub fn on_interruption(act: impl FnOnce(i32) + Send + 'static) {
    // Under `nohup` a closed terminal is to end nothing.
    let hangup = (!is_ignored(SIGHUP)).then_some(SIGHUP);
    let heeded = [SIGINT, SIGTERM].into_iter().chain(hangup);
    // Without the handler the program still works; Ctrl-C then ends only the runner itself.
    let Ok(mut signals) = Signals::new(heeded) else { return };
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            act(signal);
        }
    });
}

/// Whether this program was started so that the signal does nothing to it, as far as the system
/// tells: Linux does.
fn is_ignored(signal: i32) -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    ignored.is_some_and(|mask| mask >> (signal - 1) & 1 == 1)
}
