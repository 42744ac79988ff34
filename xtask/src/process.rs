//! Children that never outlive what they were started for.
//!
//! Every child leads a process group of its own, and the whole group is killed when the child has
//! ended, when its time is up, when it is cancelled, and when this program is told to end: what a
//! learner's code starts ends with it. Where this program may be killed without a word, a [`guard`]
//! does the same in its place.

pub mod guard;

use guard::Guard;
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

static ALIVE: Mutex<Alive> = Mutex::new(Alive { groups: Vec::new(), guard: None });

/// What has been started and has not ended.
struct Alive {
    /// Groups, by the process id of their leader, and what cancels them.
    groups: Vec<(u32, CancellationToken)>,
    guard: Option<Guard>,
}

/// Ends, at any moment and for good, whatever was started under it.
#[derive(Clone, Debug, Default)]
pub struct CancellationToken(Arc<AtomicBool>);

impl CancellationToken {
    pub fn cancel(&self) {
        // Under the lock: what is being started right now is in the list, and nothing is started
        // after.
        let alive = alive();
        self.0.store(true, Relaxed);
        for (id, _) in alive.groups.iter().filter(|(_, token)| Arc::ptr_eq(&token.0, &self.0)) {
            system::kill_group(*id);
        }
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.load(Relaxed)
    }
}

/// A child and everything that it starts.
pub struct Group {
    child: Child,
}

impl Group {
    /// Starts it, unless `token` was cancelled: then it is an error of the kind
    /// [`io::ErrorKind::Interrupted`].
    pub fn start(command: &mut Command, token: &CancellationToken) -> io::Result<Group> {
        system::lead_a_group(command);
        // Held over the start: an interruption in between must find the child in the list.
        let mut alive = alive();
        if token.is_cancelled() {
            return Err(io::ErrorKind::Interrupted.into());
        }
        let child = command.spawn()?;
        let id = child.id();
        alive.groups.push((id, token.clone()));
        if let Some(guard) = &mut alive.guard {
            guard.watch(id);
        }
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
        let mut alive = alive();
        if !matches!(self.child.try_wait(), Ok(Some(_))) {
            system::kill_group(id);
            let _ = self.child.wait();
        }
        alive.groups.retain(|(other, _)| *other != id);
        if let Some(guard) = &mut alive.guard {
            guard.forget(id);
        }
    }
}

/// The cargo that started this program, or else the one on the path. The one on the path is often
/// rustup's, which takes ten milliseconds to find out which one is meant.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A tool of the toolchain that cargo belongs to, for the same reason.
pub fn tool(name: &str) -> Command {
    let beside = std::env::var_os("CARGO").map(|cargo| {
        Path::new(&cargo).with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    });
    match beside.filter(|tool| tool.is_file()) {
        Some(tool) => Command::new(tool),
        None => Command::new(name),
    }
}

/// From here on, whatever ends this program (Ctrl-C, a closed terminal, a polite kill) ends its
/// children first, then does `last`.
pub fn end_children_with_us(last: impl FnOnce() + Send + 'static) {
    system::on_interruption(|| {
        let _ended = end_children();
        last();
        // What a shell reports for a program ended by Ctrl-C.
        std::process::exit(130);
    });
}

/// Ends all children. Nothing can be started for as long as the result is kept.
#[must_use]
pub fn end_children() -> impl Drop {
    let alive = alive();
    for (id, _) in &alive.groups {
        system::kill_group(*id);
    }
    alive
}

fn alive() -> MutexGuard<'static, Alive> {
    ALIVE.lock().unwrap_or_else(PoisonError::into_inner)
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
