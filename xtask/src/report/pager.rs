//! Shows a page that is longer than the terminal a screen at a time.

use super::{Page, in_colour, is_dumb};
use std::env;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::process::Command;

impl Page {
    /// As [`Page::print`], in the reader's pager where the terminal has fewer lines. Windows has no pager that
    /// could be counted on, and its terminals scroll.
    pub fn print_paged(&self) {
        let pager = env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
        let rows = terminal_size::terminal_size().map_or(0, |(_, rows)| usize::from(rows.0));
        let is_short = self.lines().count() < rows;
        let no_terminal = !io::stdout().is_terminal() || !io::stdin().is_terminal() || is_dumb();
        if is_short || no_terminal || pager.trim().is_empty() || cfg!(windows) {
            return self.print();
        }
        // Returns only if there is no shell.
        if let Err(_error) = self.hand_over(&pager) {
            self.print();
        }
    }

    /// The pager takes the place of this program: keys, signals and the exit code are its own.
    #[cfg(unix)]
    fn hand_over(&self, pager: &str) -> io::Result<()> {
        use std::os::unix::process::CommandExt;
        // In a file, since nobody is left to fill a pipe.
        let path = env::temp_dir().join(format!("xtask-page-{}", std::process::id()));
        let mut file = File::create_new(&path)?;
        let read = File::open(&path);
        fs::remove_file(&path)?;
        let text: String = self.lines().map(|line| format!("{line}\n")).collect();
        let plain = || anstream::adapter::strip_str(&text).to_string();
        file.write_all(if in_colour() { text.clone() } else { plain() }.as_bytes())?;
        // A pager that isn't installed must not swallow the page.
        let script = "if command -v \"${1%% *}\" >/dev/null; then eval \"$1\"; else cat; fi";
        let mut command = Command::new("sh");
        command.args(["-c", script, "sh", pager]).stdin(read?);
        // As git has it: colours, no second screen, and no keys for what fits.
        if env::var_os("LESS").is_none() {
            command.env("LESS", "FRX");
        }
        Err(command.exec())
    }

    #[cfg(not(unix))]
    fn hand_over(&self, _pager: &str) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}
