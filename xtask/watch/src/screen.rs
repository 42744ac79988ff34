//! The full-screen terminal: entered when watch starts, and restored whatever happens.

use crate::line_wrap::{Row, rows};
use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{execute, queue};
use std::io::{self, IsTerminal, Write, stdout};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use xtask::report::{Page, in_colour, is_dumb};

/// Whether the terminal is taken.
static ENTERED: AtomicBool = AtomicBool::new(false);

pub struct Screen {
    colour: bool,
}

impl Screen {
    /// Takes the terminal; `None` where there is none that could be drawn on and typed into.
    pub fn enter() -> Option<Screen> {
        if is_dumb() || !stdout().is_terminal() || !io::stdin().is_terminal() {
            return None;
        }
        restore_on_panic();
        ENTERED.store(true, SeqCst);
        let taken = enable_raw_mode().and_then(|()| execute!(stdout(), EnterAlternateScreen, Hide));
        let screen = Screen { colour: in_colour() };
        // Half taken is given back when `screen` is dropped.
        taken.ok().map(|()| screen)
    }

    /// Columns and rows.
    pub fn size(&self) -> (usize, usize) {
        let (columns, rows) = crossterm::terminal::size().unwrap_or((80, 24));
        (usize::from(columns), usize::from(rows))
    }

    /// Shows `body` from line `scroll` on, as much of it as there is room for above the footer,
    /// which is told how many lines are left below. `scroll` is put right where the body ends before
    /// it, and where `kept` would be off the screen: the line that so many others follow. Returns how
    /// many lines there was room for.
    pub fn show(
        &self,
        body: &Page,
        footer: impl Fn(usize) -> Page,
        scroll: &mut usize,
        kept: Option<usize>,
    ) -> io::Result<usize> {
        let (columns, height) = self.size();
        let body = rows(body, columns);
        let body_rows = height.saturating_sub(rows(&footer(0), columns).len()).max(1);
        *scroll = (*scroll).min(body.len().saturating_sub(body_rows));
        if let Some(line) = kept.map(|followed_by| body.len().saturating_sub(followed_by + 1)) {
            let least = (line + 1).saturating_sub(body_rows);
            *scroll = if least == 0 { 0 } else { (*scroll).clamp(least, line) };
        }
        let shown = body.iter().skip(*scroll).take(body_rows);
        let gap = body_rows - shown.len();
        let below = body.len().saturating_sub(*scroll + body_rows);
        let footer = rows(&footer(below), columns);

        let mut out = Vec::new();
        queue!(out, BeginSynchronizedUpdate)?;
        let blank = Row::default();
        let all = shown.chain(std::iter::repeat_n(&blank, gap)).chain(&footer);
        let mut all = all.take(height).enumerate().peekable();
        while let Some((y, row)) = all.next() {
            // The terminal itself goes on in the next row: then it knows an address or a path that takes
            // two rows for one, and the whole of it can be clicked on.
            if y == 0 || !row.goes_on {
                queue!(out, MoveTo(0, u16::try_from(y).unwrap_or(u16::MAX)))?;
            }
            if self.colour {
                out.write_all(row.text.as_bytes())?;
            } else {
                write!(out, "{}", anstream::adapter::strip_str(&row.text))?;
            }
            if !all.peek().is_some_and(|(_, next)| next.goes_on) {
                queue!(out, Clear(ClearType::UntilNewLine))?;
            }
        }
        queue!(out, EndSynchronizedUpdate)?;
        let mut stdout = stdout().lock();
        stdout.write_all(&out)?;
        stdout.flush()?;
        Ok(body_rows)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was, if it was taken. To be called from anywhere, by whatever ends
/// this program.
pub fn restore() {
    if ENTERED.swap(false, SeqCst) {
        // A terminal that is gone needs nothing back.
        let _ = execute!(stdout(), EndSynchronizedUpdate, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// A panic anywhere ends a program that holds the terminal: it could neither be seen nor typed at.
fn restore_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let held = ENTERED.load(SeqCst);
            restore();
            before(info);
            if held {
                xtask::panics::report_first();
                let _ended = xtask::process::end_children();
                std::process::exit(3);
            }
        }));
    });
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::io::Read;

    /// What the other test runs, in a terminal.
    #[test]
    #[ignore = "needs a terminal, and ends the process"]
    fn panics_while_it_holds_the_terminal() {
        let _screen = Screen::enter().expect("a terminal");
        println!("raw: {}", crossterm::terminal::is_raw_mode_enabled().unwrap());
        let thread = std::thread::spawn(|| panic!("in whatever thread"));
        let _ = thread.join();
        unreachable!("the panic ended the process");
    }

    #[test]
    fn a_panic_gives_the_terminal_back_and_ends_the_program() {
        let (mut pty, pts) = pty_process::blocking::open().unwrap();
        let test = "screen::tests::panics_while_it_holds_the_terminal";
        let mut child = pty_process::blocking::Command::new(std::env::current_exe().unwrap())
            .args([test, "--exact", "--ignored", "--nocapture"])
            .env("TERM", "xterm")
            .spawn(pts)
            .unwrap();
        let mut said = String::new();
        let mut chunk = [0; 1024];
        // The end of a terminal whose other side is gone is an error on Linux.
        while let Ok(n @ 1..) = pty.read(&mut chunk) {
            said.push_str(&String::from_utf8_lossy(&chunk[..n]));
        }
        assert_eq!(child.wait().unwrap().code(), Some(3), "{said}");
        let (held, after) = said.split_once("\x1b[?1049l").expect("the screen is given back");
        assert!(held.contains("\x1b[?1049h") && held.contains("raw: true"), "{said}");
        assert!(after.contains("\x1b[?25h") && after.contains("in whatever thread"), "{said}");
        assert!(!after.contains("unreachable"), "{said}");
    }
}
