//! A guard process that outlives this one for a moment: killed without a word (`kill -9`, the
//! system out of memory), this program cannot end its children any more, and the guard does.
//!
//! It is told of every group on its standard input. The end of that input is the end of this
//! program, however that came.

use super::system::{Killer, lead_a_group};
use std::io::{self, BufRead, Write};
use std::process::{ChildStdin, Command, Stdio};

/// The word on the command line that makes this program a guard.
pub const SUBCOMMAND: &str = "guard-children";

/// The line to a guard.
pub(super) struct Guard(ChildStdin);

impl Guard {
    pub(super) fn watch(&mut self, id: u32) {
        self.send('+', id);
    }

    pub(super) fn forget(&mut self, id: u32) {
        self.send('-', id);
    }

    fn send(&mut self, operation: char, id: u32) {
        // In one call: half a line could name another group. A guard that is gone guards nothing,
        // and everything else still works.
        let _ = self.0.write_all(format!("{operation}{id}\n").as_bytes());
    }
}

/// Has a guard look after all children from here on.
pub fn set_up() -> io::Result<()> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(SUBCOMMAND).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    // Out of this program's group: a Ctrl-C is not for the guard.
    lead_a_group(&mut command);
    let mut child = command.spawn()?;
    super::alive().guard = child.stdin.take().map(Guard);
    Ok(())
}

/// What a guard does.
pub fn run() {
    let mut groups: Vec<u32> = Vec::new();
    for line in io::stdin().lock().lines().map_while(Result::ok) {
        let Some((operation, id)) = line.split_at_checked(1) else { continue };
        match (operation, id.parse()) {
            ("+", Ok(id)) => groups.push(id),
            ("-", Ok(id)) => groups.retain(|other| *other != id),
            _ => {}
        }
    }
    groups.into_iter().for_each(|id| Killer::Group(id).kill());
}
