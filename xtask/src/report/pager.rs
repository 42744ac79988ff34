//! Shows a page that is longer than the terminal a screen at a time, in the reader's pager.

use super::{Page, in_colour, is_dumb};
use std::env;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Write};
use std::os::unix::process::CommandExt;
use std::process::Command;

/// Hands a page that is longer than the terminal to `$PAGER` or less, which takes the place of this program:
/// keys, signals and the exit code are its own. Returns where there is nothing to hand over, or nobody.
pub fn hand_over_to_pager(page: &Page) {
    let pager = env::var("PAGER").unwrap_or_else(|_| "less".to_owned());
    let rows = terminal_size::terminal_size().map_or(0, |(_, rows)| usize::from(rows.0));
    let in_terminal = io::stdout().is_terminal() && io::stdin().is_terminal() && !is_dumb();
    if in_terminal && page.lines().count() >= rows && !pager.trim().is_empty() {
        // A page that can't be handed over is printed.
        let _error = start(page, &pager);
    }
}

/// Returns only if it fails.
fn start(page: &Page, pager: &str) -> io::Result<()> {
    // In a file, since nobody is left to fill a pipe.
    let path = env::temp_dir().join(format!("xtask-page-{}", std::process::id()));
    let mut file = File::create_new(&path)?;
    let read = File::open(&path);
    fs::remove_file(&path)?;
    for line in page.lines() {
        match in_colour() {
            true => writeln!(file, "{line}")?,
            false => writeln!(file, "{}", anstream::adapter::strip_str(line))?,
        }
    }
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
