//! The terminal: its width, its characters and its colours, and pages laid out for it.

mod page;

pub use page::Page;

use anstyle::{AnsiColor, Style};
use std::env;
use std::io::IsTerminal;
use verdict::text_picture::{self, NARROWEST};

pub const PLAIN: Style = Style::new();
pub const KEPT: Style = AnsiColor::Green.on_default();
pub const BROKEN: Style = AnsiColor::Red.on_default();
pub const NOTE: Style = AnsiColor::Yellow.on_default();
pub const FAINT: Style = Style::new().dimmed();
pub const BOLD: Style = Style::new().bold();

/// Wider lines than this are no longer read but searched.
const WIDEST: usize = 100;

/// How somebody's terminal wants its pages. Colours are not part of it: pages are painted, and the
/// paint comes off when they are printed where none is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TerminalStyle {
    /// The columns of a line, between [`NARROWEST`] and what reads well.
    pub width: usize,
    /// The columns that there are, for what is laid out side by side.
    pub columns: usize,
    /// Whether block characters and check marks can be shown.
    pub unicode: bool,
    /// Whether a word can lead to an address by itself (OSC 8).
    pub links: bool,
}

/// A text in a style, as terminals want it.
pub fn painted(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

impl TerminalStyle {
    /// Of the terminal that this program was started in.
    pub fn here() -> TerminalStyle {
        let from_environment = || env::var("COLUMNS").ok()?.parse().ok();
        let measured = || Some(usize::from(terminal_size::terminal_size()?.0.0));
        TerminalStyle::of_width(measured().or_else(from_environment).unwrap_or(80))
    }

    /// Of this terminal, were it so many columns wide.
    pub fn of_width(columns: usize) -> TerminalStyle {
        let columns = columns.max(NARROWEST);
        TerminalStyle { width: columns.min(WIDEST), columns, unicode: unicode(), links: links() }
    }

    /// How a picture is drawn that is set in by `indent`.
    pub fn picture(self, indent: usize) -> text_picture::Style {
        text_picture::Style { width: self.width - indent, unicode: self.unicode }
    }

    /// `✓` or `✗`, in its colour.
    pub fn mark(self, good: bool) -> String {
        let (style, mark) = match (good, self.unicode) {
            (true, true) => (KEPT, "✓"),
            (true, false) => (KEPT, "+"),
            (false, true) => (BROKEN, "✗"),
            (false, false) => (BROKEN, "x"),
        };
        painted(style, mark)
    }

    /// What stands where something was cut off.
    pub fn cut(self) -> &'static str {
        if self.unicode { "…" } else { ".." }
    }
}

/// Whether colours will be shown: then the compiler is asked for them too.
pub fn in_colour() -> bool {
    anstream::AutoStream::choice(&std::io::stdout()) != anstream::ColorChoice::Never
}

/// The width of cargo's progress bar, where one can be shown.
pub fn bar_width() -> Option<usize> {
    (std::io::stderr().is_terminal() && !is_dumb()).then(|| TerminalStyle::here().width)
}

/// Whether the terminal is one that only prints: an editor's shell, say.
pub fn is_dumb() -> bool {
    env::var("TERM").is_ok_and(|term| term == "dumb")
}

/// Where the terminal is known to follow them. Without colours every escape is taken out on the way,
/// and an address that is in one would be lost.
fn links() -> bool {
    in_colour() && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout)
}

/// Everywhere, unless the system says that its characters are others.
fn unicode() -> bool {
    let plain_terminal = is_dumb() || env::var("TERM").is_ok_and(|term| term == "linux");
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    let other_characters = locale.is_some_and(|locale| {
        let locale = locale.to_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    });
    !plain_terminal && !other_characters
}
