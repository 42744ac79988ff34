//! Calls to the system that fail or kill, by way of strace.

use super::started_by;
use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::fs;
use std::process::{Command, Stdio};

/// Everything that makes, changes or names a file, or waits for its lock. `?`: not every processor
/// has all of them.
const CALLS: &str = "trace=?open,openat,?creat,flock,write,pwrite64,writev,fsync,fdatasync,\
                     ?rename,?renameat,renameat2,?link,linkat,?unlink,unlinkat,ftruncate,fchmod,\
                     copy_file_range,?sendfile";

/// What happens at one call of the program's main thread.
pub struct Fault {
    pub call: String,
    /// The first, the second, and so on.
    nth: usize,
    what: &'static str,
}

impl Fault {
    pub fn new(call: &str, nth: usize, what: &'static str) -> Fault {
        Fault { call: call.to_owned(), nth, what }
    }

    /// `command`, with this happening to it.
    pub fn strike(&self, command: &Command) -> Command {
        let Fault { call, nth, what } = self;
        let (trace, inject) = (format!("trace={call}"), format!("inject={call}:{what}:when={nth}"));
        started_by(&["strace", "-qq", "-o", "/dev/null", "-e", &trace, "-e", &inject], command)
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {} number {}", self.what, self.call, self.nth)
    }
}

/// Whether there is a strace that is allowed to trace. Says so where there is none.
pub fn can_be_made() -> bool {
    let mut probe = Command::new("strace");
    probe.args(["-qq", "-e", "trace=none", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    let can = probe.status().is_ok_and(|status| status.success());
    if !can {
        eprintln!("skipped: needs strace, and the permission to trace (apt-get install strace)");
    }
    can
}

/// `what`, at each call that `command` makes from the first one on that names `file`.
pub fn at_every_call(command: &Command, file: &str, what: &'static str) -> Vec<Fault> {
    let log = command.get_current_dir().unwrap().with_extension("strace");
    let traced = ["strace", "-qq", "-e", CALLS, "-e", "signal=none", "-o", log.to_str().unwrap()];
    let status =
        started_by(&traced, command).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success());
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    let mut near = false;
    for line in fs::read_to_string(log).unwrap().lines() {
        let Some((call, rest)) = line.split_once('(') else { continue };
        let nth = seen.entry(call.to_owned()).or_default();
        *nth += 1;
        near |= rest.contains(file);
        if near {
            faults.push(Fault::new(call, *nth, what));
        }
    }
    faults
}
