//! What the threads of this process are about, where the system tells: which of them are the answer's,
//! and whether a thread that does nothing sleeps, or waits for a core.
//!
//! Linux says it under `/proc`, where that is mounted: in a grader's sandbox it is not. What cannot be
//! known there is left out.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// What the names of the threads that answers run on begin with.
const RUN: &str = "answer-";

/// A name for the threads of one run. Linux keeps fifteen bytes of it.
pub(crate) fn name_for_a_run() -> String {
    static RUNS: AtomicUsize = AtomicUsize::new(1);
    format!("{RUN}{}", RUNS.fetch_add(1, Relaxed))
}

/// All threads of this process but the one that asks.
#[derive(Clone, Copy)]
pub(crate) struct OtherThreads {
    /// Whether any of them has a core or waits for one.
    pub(crate) runnable: bool,
    /// How long they have been on a core, all together.
    pub(crate) worked: Duration,
}

/// Threads that the answer has started, for blocking work or by `std::thread`, and that are alive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct AnswerThreads {
    pub(crate) alive: usize,
    /// Those that have a core or wait for one.
    pub(crate) working: usize,
    /// Those that wait for another thread and for nothing else: without one they do nothing.
    pub(crate) waiting: usize,
}

impl AnswerThreads {
    /// Whether some thread goes on by itself: it works, or it waits for real time to pass.
    pub(crate) fn goes_on(self) -> bool {
        self.alive > self.waiting
    }
}

/// How many threads have been started in this process so far, by std's own count: it numbers threads and
/// never uses a number twice. `None` where it writes a number in another way.
///
/// It takes a thread to read it. So this is for systems that tell nothing of threads, where it is all that
/// can be known.
pub(crate) fn started_so_far() -> Option<u64> {
    let worker = std::thread::Builder::new().spawn(|| {}).ok()?;
    let number = format!("{:?}", worker.thread().id());
    let _ = worker.join();
    number.strip_prefix("ThreadId(")?.strip_suffix(')')?.parse().ok()
}

/// How a thread has spent its time so far.
#[derive(Clone, Copy)]
struct ThreadTimes {
    on_a_core: Duration,
    waiting_for_one: Duration,
    /// Bytes that it has written.
    written: u64,
}

/// How long a call is on a core at most that is called brief.
const BRIEF: Duration = Duration::from_millis(15);

/// What a pipe takes before anybody reads (pipe(7)). Whoever writes more may have to wait for a reader.
const PIPE: u64 = 64 * 1024;

impl ThreadTimes {
    /// What neither work, nor waiting for a core, nor printing explains of `real`, the time since `before`.
    fn asleep_since(self, before: ThreadTimes, real: Duration) -> Duration {
        if self.written - before.written > PIPE / 2 {
            return Duration::ZERO;
        }
        let awake = (self.on_a_core + self.waiting_for_one)
            .saturating_sub(before.on_a_core + before.waiting_for_one);
        real.saturating_sub(awake)
    }
}

/// Measures for how long the thread that it was started on neither works nor waits for a core.
pub(crate) struct Stopwatch(Instant, Option<ThreadTimes>);

impl Stopwatch {
    pub(crate) fn start() -> Stopwatch {
        let before = spent();
        Stopwatch(Instant::now(), before)
    }

    /// `None` where the system does not tell.
    pub(crate) fn asleep(&self) -> Option<Duration> {
        let real = self.0.elapsed();
        Some(spent()?.asleep_since(self.1?, real))
    }

    /// Whether it has worked or printed more than a brief call does; where the system does not tell, whether
    /// that took long.
    pub(crate) fn is_long(&self) -> bool {
        match (self.1, spent()) {
            (Some(before), Some(now)) => {
                now.on_a_core.saturating_sub(before.on_a_core) > BRIEF
                    || now.written - before.written > PIPE
            }
            _ => self.0.elapsed() > 5 * BRIEF,
        }
    }
}

#[cfg(target_os = "linux")]
use linux::spent;
#[cfg(target_os = "linux")]
pub(crate) use linux::{JudgeThread, is_asleep, others, started};
#[cfg(not(target_os = "linux"))]
use unknown::spent;
#[cfg(not(target_os = "linux"))]
pub(crate) use unknown::{JudgeThread, is_asleep, others, started};

#[cfg(target_os = "linux")]
mod linux {
    use super::{AnswerThreads, OtherThreads, RUN, ThreadTimes};
    use crate::kept::take_nonce;
    use std::cell::RefCell;
    use std::fs::{self, File};
    use std::os::unix::fs::{FileExt, MetadataExt};
    use std::path::Path;
    use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
    use std::sync::{Mutex, OnceLock, PoisonError};
    use std::thread;
    use std::time::Duration;

    /// The threads that are the judge's own, or the test harness's, by number.
    static KNOWN: Mutex<Vec<u32>> = Mutex::new(Vec::new());

    /// How often a thread has become known.
    static BECAME_KNOWN: AtomicU64 = AtomicU64::new(0);

    /// Says of the thread that it is on, for as long as it lives, that no answer has started it.
    pub(crate) struct JudgeThread(Option<u32>);

    impl JudgeThread {
        /// The number of the thread, where the system tells it.
        pub(crate) fn number(&self) -> Option<u32> {
            self.0
        }

        pub(crate) fn this_thread() -> JudgeThread {
            let Some(number) = this_thread() else { return JudgeThread(None) };
            let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
            if known.is_empty() {
                // The first thread of all, whose number is that of the process.
                known.push(std::process::id());
            }
            known.push(number);
            BECAME_KNOWN.fetch_add(1, Relaxed);
            JudgeThread(Some(number))
        }
    }

    impl Drop for JudgeThread {
        fn drop(&mut self) {
            let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(at) = known.iter().rposition(|number| Some(*number) == self.0) {
                known.swap_remove(at);
            }
        }
    }

    fn this_thread() -> Option<u32> {
        fs::read_link("/proc/thread-self").ok()?.file_name()?.to_str()?.parse().ok()
    }

    /// Threads of the answer that were there at the last look, so that the next need not open anything.
    #[derive(Default)]
    struct Opened {
        /// How many threads there were in all, how often one had become known, and which thread of the
        /// whole system was the newest: one may have ended and another have begun meanwhile.
        all: (u64, u64, Option<u64>),
        /// The files that tell what they are about.
        calls: Vec<File>,
    }

    thread_local! {
        static OPENED: RefCell<Opened> = RefCell::default();
    }

    /// The threads that the answer has started; `None` where the system does not tell.
    pub(crate) fn started() -> Option<AnswerThreads> {
        // A folder has two links and one more for each folder in it: to ask for their number costs less
        // than to read the folder, and mostly there is nothing to be read.
        let all = fs::metadata("/proc/self/task").ok()?.nlink().saturating_sub(2);
        let all = (all, BECAME_KNOWN.load(Relaxed), newest());
        OPENED.with_borrow_mut(|opened| {
            let again = (opened.all == all).then(|| about(&opened.calls)).flatten();
            again.or_else(|| {
                *opened = Opened { all, calls: open()? };
                // One that has ended meanwhile was about to.
                Some(about(&opened.calls).unwrap_or(AnswerThreads {
                    alive: 1,
                    working: 1,
                    waiting: 0,
                }))
            })
        })
    }

    /// The number of the newest thread of the system: the last word of `loadavg` (proc_loadavg(5)).
    fn newest() -> Option<u64> {
        static FILE: OnceLock<Option<File>> = OnceLock::new();
        let mut line = [0; 128];
        let file = FILE.get_or_init(|| File::open("/proc/loadavg").ok()).as_ref()?;
        let length = file.read_at(&mut line, 0).ok()?;
        str::from_utf8(&line[..length]).ok()?.split_whitespace().last()?.parse().ok()
    }

    fn open() -> Option<Vec<File>> {
        let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut calls = Vec::new();
        for task in fs::read_dir("/proc/self/task").ok()?.flatten() {
            let number = task.file_name().to_str().and_then(|name| name.parse().ok());
            if number.is_some_and(|number| !known.contains(&number))
                && is_of_this_run(&task.path())
                && let Ok(call) = File::open(task.path().join("syscall"))
            {
                calls.push(call);
            }
        }
        Some(calls)
    }

    /// Whether a thread that nobody knows is of the run whose thread asks. A thread without a name has that
    /// of the thread that started it, and so the run's. One with a name of its own may be of the test harness,
    /// which starts threads for other tests at any moment; but where a runner asked for evidence, there is one
    /// test in the process.
    fn is_of_this_run(task: &Path) -> bool {
        let Ok(name) = fs::read_to_string(task.join("comm")) else { return false };
        let name = name.trim_end();
        let is_mine = thread::current().name() == Some(name);
        is_mine || (take_nonce().is_some() && !name.starts_with(RUN))
    }

    /// What they are about; `None` when one of them has ended.
    fn about(calls: &[File]) -> Option<AnswerThreads> {
        let mut started = AnswerThreads { alive: calls.len(), ..AnswerThreads::default() };
        for file in calls {
            let mut line = [0; 256];
            let length = file.read_at(&mut line, 0).ok()?;
            match at_what(str::from_utf8(&line[..length]).ok()?) {
                AtWhat::Work => started.working += 1,
                AtWhat::WaitingForAThread => started.waiting += 1,
                AtWhat::Another => {}
            }
        }
        Some(started)
    }

    #[derive(Debug, PartialEq, Eq)]
    enum AtWhat {
        Work,
        WaitingForAThread,
        /// Asleep, until a moment or until something from outside.
        Another,
    }

    // The numbers of the system calls futex and write.
    #[cfg(target_arch = "x86_64")]
    const FUTEX_AND_WRITE: [&str; 2] = ["202", "1"];
    #[cfg(target_arch = "aarch64")]
    const FUTEX_AND_WRITE: [&str; 2] = ["98", "64"];
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    const FUTEX_AND_WRITE: [&str; 2] = ["unknown"; 2];
    const FUTEX: &str = FUTEX_AND_WRITE[0];
    const WRITE: &str = FUTEX_AND_WRITE[1];

    /// Whether a thread of this process sleeps just now. To wait for whoever reads what it prints is no
    /// sleep, and neither is it to wait for a thread that works, or would if it had a core.
    pub(crate) fn is_asleep(number: u32) -> bool {
        let Ok(call) = fs::read_to_string(format!("/proc/self/task/{number}/syscall")) else {
            return false;
        };
        match at_what(&call) {
            AtWhat::Work => false,
            AtWhat::WaitingForAThread => others().is_some_and(|others| !others.runnable),
            AtWhat::Another => call.split(' ').next() != Some(WRITE),
        }
    }

    /// What a thread is about, from its line in `syscall`: `running`, or the number of the system call
    /// that it sleeps in and its arguments (proc_pid_syscall(5)). All that waits for another thread is
    /// futex(2), whose fourth argument is the time limit.
    fn at_what(call: &str) -> AtWhat {
        let mut words = call.split_whitespace();
        match words.next() {
            None | Some("running" | "-1") => AtWhat::Work,
            Some(number) if number == FUTEX && words.nth(3) == Some("0x0") => {
                AtWhat::WaitingForAThread
            }
            Some(_) => AtWhat::Another,
        }
    }

    /// How the thread that asks has spent its time.
    pub(super) fn spent() -> Option<ThreadTimes> {
        let line = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
        let mut nanoseconds = line.split(' ').map(|word| word.parse().map(Duration::from_nanos));
        let mut next = || nanoseconds.next()?.ok();
        let (on_a_core, waiting_for_one) = (next()?, next()?);
        let io = fs::read_to_string("/proc/thread-self/io").ok()?;
        let written = io.lines().find_map(|line| line.strip_prefix("wchar: "))?.parse().ok()?;
        Some(ThreadTimes { on_a_core, waiting_for_one, written })
    }

    pub(crate) fn others() -> Option<OtherThreads> {
        let mine = fs::read_link("/proc/thread-self").ok()?;
        let mut others = OtherThreads { runnable: false, worked: Duration::ZERO };
        for task in fs::read_dir("/proc/self/task").ok()?.flatten() {
            if Some(task.file_name().as_os_str()) == mine.file_name() {
                continue;
            }
            // It may have ended just now.
            let Ok(stat) = fs::read_to_string(task.path().join("stat")) else { continue };
            let Some((state, worked)) = parsed(&stat) else { continue };
            others.runnable |= state == "R";
            others.worked += worked;
        }
        Some(others)
    }

    /// The state of a thread and its time on a core, from its line in `stat` (proc_pid_stat(5)).
    fn parsed(stat: &str) -> Option<(&str, Duration)> {
        // The second field is the name, in parentheses, and may hold anything.
        let (_, fields) = stat.rsplit_once(") ")?;
        let mut fields = fields.split(' ');
        let state = fields.next()?;
        let user: u64 = fields.nth(10)?.parse().ok()?;
        let system: u64 = fields.next()?.parse().ok()?;
        // Ticks, of which Linux shows programs 100 a second whatever it counts itself.
        Some((state, Duration::from_millis(10 * (user + system))))
    }

    #[cfg(test)]
    mod tests {
        use super::{AtWhat, at_what, newest, others, parsed};
        use std::time::Duration;

        #[test]
        fn a_line_of_stat_is_read_whatever_the_name() {
            let line = "7 (a ) b) S 1 7 7 0 -1 4194368 97 0 0 0 12 30 0 0 20 0 1 0 5 6 7";
            assert_eq!(parsed(line), Some(("S", Duration::from_millis(420))));
            assert_eq!(parsed("nonsense"), None);
        }

        #[test]
        fn a_thread_that_works_is_runnable() {
            let worker = std::thread::spawn(|| {
                let began = std::time::Instant::now();
                while began.elapsed() < Duration::from_millis(300) {
                    std::hint::spin_loop();
                }
            });
            let seen = others().expect("Linux has /proc");
            worker.join().unwrap();
            assert!(seen.runnable);
            assert!(others().unwrap().worked >= seen.worked);
        }

        #[test]
        fn a_thread_that_begins_is_the_newest() {
            let before = newest().expect("Linux has /proc");
            std::thread::spawn(|| ()).join().unwrap();
            assert_ne!(newest(), Some(before));
        }

        #[cfg(target_arch = "x86_64")]
        #[test]
        fn who_waits_for_a_thread_is_told_from_who_waits_for_real_time() {
            let waits = "202 0x7fa8b8000ba0 0x189 0x0 0x0 0x0 0xffffffff 0x7fa8 0x7fa8";
            let waits_a_while = "202 0x7fa8c654e6f0 0x89 0x0 0x7fa8bfffeae0 0x0 0xffffffff 0x7 0x7";
            let sleeps = "230 0x1 0x1 0x7fa8c5783ab0 0x0 0x0 0x7fa8c654e6e8 0x7fa8 0x7fa8";
            assert_eq!(at_what("running\n"), AtWhat::Work);
            assert_eq!(at_what(waits), AtWhat::WaitingForAThread);
            assert_eq!(at_what(waits_a_while), AtWhat::Another);
            assert_eq!(at_what(sleeps), AtWhat::Another);
        }
    }
}

#[cfg(not(target_os = "linux"))]
mod unknown {
    use super::{AnswerThreads, OtherThreads, ThreadTimes};

    pub(crate) struct JudgeThread;

    impl JudgeThread {
        pub(crate) fn this_thread() -> JudgeThread {
            JudgeThread
        }

        pub(crate) fn number(&self) -> Option<u32> {
            None
        }
    }

    pub(crate) fn started() -> Option<AnswerThreads> {
        None
    }

    pub(super) fn spent() -> Option<ThreadTimes> {
        None
    }

    pub(crate) fn others() -> Option<OtherThreads> {
        None
    }

    pub(crate) fn is_asleep(_number: u32) -> bool {
        false
    }
}
