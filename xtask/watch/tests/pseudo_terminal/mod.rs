//! The runner in a real terminal: what is typed, what is seen, and what is left of the terminal.

#![allow(dead_code, reason = "every test program uses its own part of this")]

use super::support::Course;
use super::support::processes::soon;
use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::ptsname;
use rustix::termios::{LocalModes, tcgetattr};
use std::fs::File;
use std::io::{Read, Write};
use std::num::NonZero;
use std::process::Child;
use std::sync::{Arc, Mutex};
use std::thread;

pub struct Terminal {
    pty: Arc<Pty>,
    /// The program's side, kept open as a shell would keep it.
    other_side: File,
    seen: Arc<Mutex<Seen>>,
    child: Child,
}

struct Seen {
    screen: vt100::Parser,
    bytes: Vec<u8>,
}

impl Terminal {
    /// Starts the runner with these arguments in a terminal of this size.
    pub fn start(course: &Course, args: &[&str], columns: u16, rows: u16) -> Terminal {
        Terminal::start_as(course, args, &[("TERM", "xterm-256color")], columns, rows)
    }

    /// As [`Terminal::start`], with these variables set besides the usual.
    pub fn start_as(
        course: &Course,
        args: &[&str],
        variables: &[(&str, &str)],
        columns: u16,
        rows: u16,
    ) -> Terminal {
        let (pty, pts) = open().unwrap();
        pty.resize(Size::new(rows, columns)).unwrap();
        let plain = course.command(args);
        let mut command =
            Command::new(plain.get_program()).args(plain.get_args()).current_dir(&course.root);
        for (name, value) in plain.get_envs() {
            command = match value {
                Some(value) if name != "COLUMNS" => command.env(name, value),
                _ => command.env_remove(name),
            };
        }
        let command = command.envs(variables.iter().copied());
        let path = ptsname(&pty, Vec::new()).unwrap().into_string().unwrap();
        // Not for us to be controlled by: whoever leads no session of its own is safe from that.
        let other_side = File::open(path).unwrap();
        let child = command.spawn(pts).unwrap();
        let pty = Arc::new(pty);
        let screen = vt100::Parser::new(some(rows), some(columns), 0);
        let seen = Arc::new(Mutex::new(Seen { screen, bytes: Vec::new() }));
        let (from, into) = (pty.clone(), seen.clone());
        thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(n @ 1..) = (&*from).read(&mut chunk) {
                let mut seen = into.lock().unwrap();
                seen.screen.process(&chunk[..n]);
                seen.bytes.extend_from_slice(&chunk[..n]);
            }
        });
        Terminal { pty, other_side, seen, child }
    }

    pub fn press(&self, keys: &str) {
        (&*self.pty).write_all(keys.as_bytes()).unwrap();
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let mut seen = self.seen.lock().unwrap();
        seen.screen.screen_mut().set_size(some(rows), some(columns));
        self.pty.resize(Size::new(rows, columns)).unwrap();
    }

    /// What stands on the screen.
    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen.screen().contents()
    }

    /// As [`Terminal::screen`], row by row: a line that takes several rows is cut as it is seen.
    pub fn rows(&self) -> String {
        let seen = self.seen.lock().unwrap();
        let screen = seen.screen.screen();
        let rows = screen.rows(0, screen.size().1.into());
        rows.map(|row| format!("{}\n", row.trim_end())).collect()
    }

    /// Waits until all of these stand on the screen; returns all that does.
    #[track_caller]
    pub fn sees(&self, parts: &[&str]) -> String {
        let there = || {
            let screen = self.screen();
            parts.iter().all(|part| screen.contains(part))
        };
        assert!(soon(there), "{parts:?} not on the screen:\n{}", self.screen());
        self.screen()
    }

    /// Everything that was ever sent to the terminal.
    pub fn everything(&self) -> String {
        String::from_utf8_lossy(&self.seen.lock().unwrap().bytes).into_owned()
    }

    pub fn kill(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Whether somebody else than the line discipline of the system reads the keys, one by one.
    pub fn is_raw(&self) -> bool {
        let modes = tcgetattr(&self.other_side).unwrap().local_modes;
        !modes.contains(LocalModes::ICANON | LocalModes::ECHO)
    }

    /// Waits for the end; asserts that the terminal is as it was. Returns the exit code and what is
    /// left on the screen.
    #[track_caller]
    pub fn ends(&mut self) -> (Option<i32>, String) {
        let ended = soon(|| self.child.try_wait().unwrap().is_some());
        assert!(ended, "it goes on:\n{}", self.screen());
        let code = self.child.wait().unwrap().code();
        // The last that was written may still be on its way.
        let given_back = soon(|| {
            let seen = self.seen.lock().unwrap();
            let screen = seen.screen.screen();
            !screen.alternate_screen() && !screen.hide_cursor()
        });
        assert!(given_back, "the screen or the cursor was kept:\n{}", self.screen());
        assert!(!self.is_raw(), "the keys were kept");
        (code, self.screen())
    }
}

fn some(size: u16) -> NonZero<u16> {
    NonZero::new(size).unwrap()
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
