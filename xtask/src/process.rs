//! Children that never outlive what they were started for.
//!
//! A [`Group`] is a child that leads a process group of its own, and the whole group is killed when the
//! child has ended, when its time is up, when it is cancelled, and when this program is told to end:
//! what a learner's code starts ends with it. Where this program may be killed without a word, a
//! [`guard`] does the same in its place.

pub mod guard;

use guard::Guard;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

static ALIVE: Mutex<Alive> = Mutex::new(Alive { groups: Vec::new(), single: None, guard: None });

/// What has been started and has not ended.
struct Alive {
    /// Groups, by the process id of their leader, and what cancels them.
    groups: Vec<(u32, CancellationToken)>,
    /// The one that has the terminal to itself.
    single: Option<u32>,
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

    /// Waits for the child to end, as long as `may_go_on` says so of its process id, then ends what is
    /// left of the group. `None` when the time was up.
    pub fn finish(mut self, may_go_on: impl Fn(u32) -> bool) -> io::Result<Option<ExitStatus>> {
        let began = Instant::now();
        let in_time = loop {
            if system::has_ended(&mut self.child)? {
                break true;
            }
            if !may_go_on(self.child.id()) {
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

/// Runs a program that has the terminal to itself, and so stays in the terminal's own group: Ctrl-C
/// reaches it as it reaches any program. What ends this program ends it too.
pub fn run_in_the_terminal(command: &mut Command) -> io::Result<ExitStatus> {
    let mut child = {
        let mut alive = alive();
        let child = command.spawn()?;
        alive.single = Some(child.id());
        child
    };
    // Not reaped as long as it is in the list: its id could become somebody else's.
    while !system::has_ended(&mut child)? {
        thread::sleep(Duration::from_millis(10));
    }
    alive().single = None;
    child.wait()
}

/// How long a process could have worked and had no core, by the thread that waited longest; nothing
/// where the system does not tell (Linux does: schedstat in its documentation of `/proc`).
pub fn waited_for_a_core(id: u32) -> Duration {
    let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    let waited = threads.filter_map(|thread| {
        let line = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        // Nanoseconds on a core, nanoseconds of waiting for one, and how often it had one.
        line.split(' ').nth(1)?.parse().ok().map(Duration::from_nanos)
    });
    waited.max().unwrap_or_default()
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
    system::on_interruption(|signal| {
        let _ended = end_children();
        last();
        // What a shell reports for a program that a signal ended: 130 after Ctrl-C.
        std::process::exit(128 + signal);
    });
}

/// Ends all children. Nothing can be started for as long as the result is kept.
#[must_use]
pub fn end_children() -> impl Drop {
    let alive = alive();
    for (id, _) in &alive.groups {
        system::kill_group(*id);
    }
    if let Some(id) = alive.single {
        system::kill(id);
    }
    alive
}

fn alive() -> MutexGuard<'static, Alive> {
    ALIVE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(unix)]
mod system {
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

    pub fn lead_a_group(command: &mut Command) {
        command.process_group(0);
    }

    pub fn kill_group(leader: u32) {
        if let Some(pid) = i32::try_from(leader).ok().and_then(Pid::from_raw) {
            // A group that is gone already needs no killing.
            let _ = kill_process_group(pid, Signal::KILL);
        }
    }

    pub fn kill(id: u32) {
        if let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) {
            let _ = kill_process(pid, Signal::KILL);
        }
    }

    /// Whether the child has ended, without reaping it.
    pub fn has_ended(child: &mut Child) -> io::Result<bool> {
        let flags = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
        Ok(waitid(WaitId::Pid(Pid::from_child(child)), flags)?.is_some())
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

    pub fn kill(id: u32) {
        kill_group(id);
    }

    pub fn has_ended(child: &mut Child) -> io::Result<bool> {
        Ok(child.try_wait()?.is_some())
    }

    pub fn on_interruption(_act: impl FnOnce(i32) + Send + 'static) {}
}
