//! A page: what is to be seen, laid out for somebody's terminal and not printed yet.

use super::{TerminalStyle, painted};
use anstyle::Style;
use std::fmt::Display;
use std::io::{self, Write};
use verdict::text::wrap;

/// Lines for one terminal, painted. Whoever has it prints it, or shows a part of it.
pub struct Page {
    terminal: TerminalStyle,
    text: String,
}

impl Page {
    pub fn new(terminal: TerminalStyle) -> Page {
        Page { terminal, text: String::new() }
    }

    /// For the terminal that this program was started in.
    pub fn here() -> Page {
        Page::new(TerminalStyle::here())
    }

    pub fn terminal(&self) -> TerminalStyle {
        self.terminal
    }

    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.lines()
    }

    /// Puts it on standard output, without colours where none are wanted.
    pub fn print(&self) {
        // A reader that has gone away is no reason to stop.
        let _ = self.try_print();
    }

    /// As [`Page::print`], for whoever would go on printing for ever.
    pub fn try_print(&self) -> io::Result<()> {
        let mut stdout = anstream::stdout().lock();
        stdout.write_all(self.text.as_bytes())?;
        stdout.flush()
    }

    /// As [`Page::print`], on standard error: for what is not the answer to what was asked.
    pub fn print_to_stderr(&self) {
        let _ = anstream::stderr().lock().write_all(self.text.as_bytes());
    }

    /// A line as it stands, however long, or several.
    pub fn line(&mut self, text: impl Display) {
        self.text.push_str(&format!("{text}\n"));
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// `text` wrapped, every line set in by `indent` and painted, and an empty line after it.
    pub fn paragraph(&mut self, style: Style, indent: usize, text: &str) {
        for part in text.split("\n\n") {
            self.wrapped(style, indent, part);
            self.gap();
        }
    }

    /// `text` wrapped, every line set in by `indent` and painted.
    pub fn wrapped(&mut self, style: Style, indent: usize, text: &str) {
        self.item(style, indent, 0, "", text);
    }

    /// As [`Page::wrapped`], after `first`, and with the lines below the first set in by `hang` more.
    pub fn item(&mut self, style: Style, indent: usize, hang: usize, first: &str, text: &str) {
        for (i, line) in wrap(text, self.terminal.width - indent - hang).iter().enumerate() {
            let lead = if i == 0 { first.to_owned() } else { " ".repeat(hang) };
            self.line(format_args!("{}{lead}{}", " ".repeat(indent), painted(style, line)));
        }
    }
}
