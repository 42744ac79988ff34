//! Child processes that never outlive what they were started for.
//!
//! A [`Group`] is a child and everything that it starts: a process group on Unix, a job object on
//! Windows. The whole group is killed when the child has ended, when its time is up, when it is
//! cancelled, and when this program is told to end: what a learner's code starts ends with it. Where
//! this program may be killed without a word, Windows closes the job; elsewhere a second process, the
//! guard, does the same.

pub mod locked_files;
#[cfg(unix)]
pub mod orphan_guard;
#[cfg_attr(unix, path = "process/unix.rs")]
#[cfg_attr(windows, path = "process/windows.rs")]
mod system;

#[cfg(unix)]
use orphan_guard::Guard;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

static ALIVE: Mutex<Alive> = Mutex::new(Alive {
    groups: Vec::new(),
    single: None,
    #[cfg(unix)]
    guard: None,
});

/// What has been started and has not ended.
struct Alive {
    /// Groups, by the process id of their leader, what kills them, and what cancels them.
    groups: Vec<(u32, system::Killer, CancellationToken)>,
    /// The one that has the terminal to itself.
    single: Option<system::Killer>,
    #[cfg(unix)]
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
        let cancelled = |token: &CancellationToken| Arc::ptr_eq(&token.0, &self.0);
        for (_, killer, _) in alive.groups.iter().filter(|(.., token)| cancelled(token)) {
            killer.kill();
        }
    }

    pub fn is_cancelled(&self) -> bool {
        self.0.load(Relaxed)
    }
}

/// A child and everything that it starts.
pub struct Group {
    leader: system::Leader,
    pipes: Pipes,
}

/// This side of the pipes that a child was started with.
pub struct Pipes {
    pub stdin: Option<ChildStdin>,
    pub stdout: Option<ChildStdout>,
    pub stderr: Option<ChildStderr>,
}

impl Pipes {
    fn of(child: &mut Child) -> Pipes {
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        Pipes { stdin, stdout, stderr: child.stderr.take() }
    }
}

impl Group {
    /// Starts it, unless `token` was cancelled: then it is an error of the kind
    /// [`io::ErrorKind::Interrupted`]. If another program holds its file, it tries once more.
    pub fn start(command: &mut Command, token: &CancellationToken) -> io::Result<Group> {
        locked_files::retry(
            || {
                // Held over the start: an interruption in between must find the child in the list.
                let mut alive = alive();
                if token.is_cancelled() {
                    return Err(io::ErrorKind::Interrupted.into());
                }
                let mut leader = system::Leader::start(command)?;
                let id = leader.id();
                alive.groups.push((id, leader.killer(), token.clone()));
                #[cfg(unix)]
                if let Some(guard) = &mut alive.guard {
                    guard.watch(id);
                }
                let pipes = leader.with_child(Pipes::of);
                Ok(Group { leader, pipes })
            },
            |started| started.as_ref().is_err_and(locked_files::is_locked),
        )
    }

    /// The process id of the child.
    pub fn id(&self) -> u32 {
        self.leader.id()
    }

    /// What is left of its pipes.
    pub fn child(&mut self) -> &mut Pipes {
        &mut self.pipes
    }

    /// Waits for the child to end, as long as `may_go_on` says so of its process id, then ends what is
    /// left of the group. `None` when the time was up.
    pub fn finish(mut self, may_go_on: impl Fn(u32) -> bool) -> io::Result<Option<ExitStatus>> {
        let began = Instant::now();
        let in_time = loop {
            if self.leader.has_ended()? {
                break true;
            }
            if !may_go_on(self.leader.id()) {
                break false;
            }
            // Often at first, for most end within milliseconds; seldom for what takes long.
            let (shortest, longest) = (Duration::from_micros(200), Duration::from_millis(10));
            thread::sleep((began.elapsed() / 8).clamp(shortest, longest));
        };
        // The leader is not reaped yet: its id cannot have become somebody else's.
        self.leader.killer().kill();
        let status = self.leader.with_child(Child::wait)?;
        Ok(in_time.then_some(status))
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let id = self.leader.id();
        let mut alive = alive();
        if !matches!(self.leader.with_child(Child::try_wait), Ok(Some(_))) {
            self.leader.killer().kill();
            let _ = self.leader.with_child(Child::wait);
        }
        alive.groups.retain(|(other, ..)| *other != id);
        #[cfg(unix)]
        if let Some(guard) = &mut alive.guard {
            guard.forget(id);
        }
    }
}

/// Runs a program that has the terminal to itself, and so stays in the terminal's own group: Ctrl-C
/// reaches it as it reaches any program. What ends this program ends it too.
pub fn run_in_the_terminal(command: &mut Command) -> io::Result<ExitStatus> {
    let mut leader = {
        let mut alive = alive();
        let leader = system::Leader::start_in_the_terminal(command)?;
        alive.single = Some(leader.killer());
        leader
    };
    // Not reaped as long as it is in the list: its id could become somebody else's.
    while !leader.has_ended()? {
        thread::sleep(Duration::from_millis(10));
    }
    alive().single = None;
    leader.with_child(Child::wait)
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
    for killer in alive.groups.iter().map(|(_, killer, _)| killer).chain(&alive.single) {
        killer.kill();
    }
    alive
}

fn alive() -> MutexGuard<'static, Alive> {
    ALIVE.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::waited_for_a_core;
    use std::time::Duration;

    /// Nobody is given more time for what cannot be known.
    #[test]
    fn where_the_system_does_not_tell_nobody_waited_for_a_core() {
        if !cfg!(target_os = "linux") {
            assert_eq!(waited_for_a_core(std::process::id()), Duration::ZERO);
        }
        assert_eq!(waited_for_a_core(u32::MAX), Duration::ZERO);
    }
}
