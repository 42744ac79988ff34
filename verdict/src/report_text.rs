//! A verdict in words: the broken promise, what happened, what it means, and the picture.

use crate::report::{End, Report};
use crate::text::{sanitize, wrap};
use crate::text_picture::{self, Style};

/// One line of an explanation, named by what it is so that a reader may colour it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// What was promised and what happened instead.
    Happened(String),
    /// What that means.
    Meaning(String),
    /// A row of the timeline.
    Picture(String),
    /// Nothing.
    Blank,
}

impl Line {
    /// The line's characters.
    pub fn text(&self) -> &str {
        match self {
            Line::Happened(text) | Line::Meaning(text) | Line::Picture(text) => text,
            Line::Blank => "",
        }
    }
}

/// Explains a report in lines of at most `style.width` columns: the finding, then the picture.
/// Of a kept promise, only the picture.
pub fn lines(report: &Report, style: Style) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(finding) = &report.finding {
        let wrapped = |text: &str| -> Vec<String> {
            text.lines().flat_map(|line| wrap(&sanitize(line), style.width)).collect()
        };
        lines.extend(wrapped(&finding.happened).into_iter().map(Line::Happened));
        lines.extend(wrapped(&finding.meaning).into_iter().map(Line::Meaning));
    }
    let indent = 2;
    let inner = Style { width: style.width.saturating_sub(indent), ..style };
    let picture = text_picture::draw(&report.timeline, inner);
    // A panic in the first moment has nothing to show.
    let worth_it = !(report.end == End::Panicked && report.timeline.end.is_zero());
    if worth_it && !picture.is_empty() {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        let rows = picture.into_iter().map(|row| format!("{}{row}", " ".repeat(indent)));
        lines.extend(rows.map(Line::Picture));
    }
    lines
}

/// The explanation as plain text, each line set in by `indent` columns.
pub fn plain(report: &Report, style: Style, indent: usize) -> String {
    let inner = Style { width: style.width.saturating_sub(indent), ..style };
    let margin = " ".repeat(indent);
    lines(report, inner)
        .iter()
        .map(|line| format!("{margin}{}", line.text()).trim_end().to_owned() + "\n")
        .collect()
}
