//! Processes that somebody started, and whether they are still there.

use std::fs;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

/// A function `sleeper` that leaves a process behind and notes its own id and that one's.
pub fn sleeper(pids: &Path) -> String {
    format!(
        r#"
fn sleeper() {{
    use std::io::Write;
    let child = std::process::Command::new("sleep").arg("300").spawn().unwrap();
    let mut pids = std::fs::OpenOptions::new().create(true).append(true).open({pids:?}).unwrap();
    pids.write_all(format!("{{}} {{}}\n", child.id(), std::process::id()).as_bytes()).unwrap();
}}
"#
    )
}

/// The process ids in this file, once there are so many.
pub fn written(pids: &Path, many: usize) -> Vec<String> {
    let read = || -> Vec<String> {
        let text = fs::read_to_string(pids).unwrap_or_default();
        text.split_whitespace().map(str::to_owned).collect()
    };
    assert!(soon(|| read().len() >= many), "only {:?}", read());
    read()
}

/// Whether a process is alive: there, and no mere entry that waits for somebody to read it.
pub fn lives(pid: &str) -> bool {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let state = stat.rsplit_once(") ").and_then(|(_, rest)| rest.chars().next());
    !matches!(state, None | Some('Z' | 'X'))
}

/// Whether a hang-up would end what this process starts: under `nohup` it does not.
pub fn heeds_hangups() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.is_none_or(|mask| u64::from_str_radix(mask.trim(), 16).is_ok_and(|mask| mask & 1 == 0))
}

/// Whether it becomes so; on a busy machine that may take a while.
pub fn soon(mut so: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        if so() {
            return true;
        }
        if Instant::now() >= deadline {
            return false;
        }
        thread::sleep(Duration::from_millis(5));
    }
}
