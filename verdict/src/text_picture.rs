//! Draws the timeline with characters, for terminals.
//!
//! Each step of its axis is a whole number of columns wide, so that work which took equally long is
//! drawn equally long, and work which met at one moment meets in one column.

use crate::axis::Axis;
use crate::report::{Fate, Span, Timeline};
use crate::text::{columns, pad, sanitize, tick, truncate_middle};

/// The narrowest terminal that a picture is made for, in columns.
pub const NARROWEST: usize = 40;

/// No room is too small to draw in: narrower than this, a picture sticks out.
const LEAST: usize = 24;

/// How many spans a picture shows; of more, the first and the last are shown.
const MOST_ROWS: usize = 16;

/// How a terminal wants its pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns that a line may take.
    pub width: usize,
    /// Whether block characters can be shown; otherwise ASCII is used.
    pub unicode: bool,
}

struct Glyphs {
    bar: char,
    cancelled: char,
    running: char,
    panicked: char,
    moment: char,
    axis_break: char,
    cut: &'static str,
    gap: &'static str,
}

const UNICODE: Glyphs = Glyphs {
    bar: '█',
    cancelled: '╳',
    running: '▶',
    panicked: '!',
    moment: '▏',
    axis_break: '╱',
    cut: "…",
    gap: "⋮",
};
const ASCII: Glyphs = Glyphs {
    bar: '#',
    cancelled: 'x',
    running: '>',
    panicked: '!',
    moment: '|',
    axis_break: '/',
    cut: "..",
    gap: ":",
};

/// Draws `timeline` in lines of at most `style.width` columns (24 of them are needed): one row a span, then the axis, then what the marks mean. No span, no lines.
pub fn draw(timeline: &Timeline, style: Style) -> Vec<String> {
    if timeline.spans.is_empty() {
        return Vec::new();
    }
    let glyphs = if style.unicode { &UNICODE } else { &ASCII };
    let width = style.width.max(LEAST);
    let spans = &timeline.spans;
    let name = |span: &Span| truncate_middle(&sanitize(&span.name), width * 2 / 5, glyphs.cut);
    let name_width = spans.iter().map(|span| columns(&name(span))).max().unwrap_or(0);
    let axis = Axis::new(timeline, width - name_width - 2);
    let row = |row| match row {
        Row::Span(span) => {
            format!("{}  {}", pad(&name(span), name_width), bar(span, &axis, glyphs))
        }
        Row::Rest(words) => format!("{} {words}", pad(glyphs.gap, name_width)),
    };
    let mut lines: Vec<String> = rows(timeline).into_iter().map(row).collect();
    // Where no time passed there is but one moment to read off.
    let labels = if timeline.end.is_zero() { tick(timeline.end) } else { labels(&axis, glyphs) };
    lines.push(format!("{}  {labels}", pad("", name_width)));
    lines.extend(legend(&timeline.spans, &axis, glyphs));
    lines
}

/// A row of a picture.
pub(crate) enum Row<'a> {
    Span(&'a Span),
    /// What stands for spans that have no row of their own: `185 more`.
    Rest(String),
}

/// The rows of a picture of `timeline`, above its axis.
pub(crate) fn rows(timeline: &Timeline) -> Vec<Row<'_>> {
    let groups = groups(&timeline.spans);
    // A group has a row for its first, and one that counts the others.
    let size = |group: &&[Span]| group.len().min(2);
    let mut rows: Vec<Row> = Vec::new();
    let mut left: usize = groups.iter().map(size).sum();
    let too_many = left > MOST_ROWS;
    let mut hidden = 0;
    for group in &groups {
        left -= size(group);
        // Of what has no room, the first and the last are shown.
        if too_many && rows.len() >= MOST_ROWS - 5 && left >= 4 {
            hidden += group.len();
            continue;
        }
        if hidden > 0 {
            rows.push(Row::Rest(format!("{hidden} more")));
            hidden = 0;
        }
        rows.push(Row::Span(&group[0]));
        if group.len() > 1 {
            rows.push(Row::Rest(format!("{} more like it", group.len() - 1)));
        }
    }
    if timeline.dropped > 0 {
        rows.push(Row::Rest(format!("{} not recorded", timeline.dropped)));
    }
    rows
}

/// How many spans in a row must look the same to be drawn as one.
const ALIKE: usize = 10;

/// `spans` in their order, each by itself, but many in a row that look the same together.
fn groups(spans: &[Span]) -> Vec<&[Span]> {
    let appearance = |span: &Span| (span.start, span.end, span.fate, span.panicked);
    let alike = spans.chunk_by(|one, next| appearance(one) == appearance(next));
    alike.flat_map(|run| run.chunks(if run.len() >= ALIKE { run.len() } else { 1 })).collect()
}

fn bar(span: &Span, axis: &Axis, glyphs: &Glyphs) -> String {
    let from = axis.column(span.start).min(axis.columns() - 1);
    let to = axis.column(span.end).max(from + 1);
    let mut cells = vec![glyphs.bar; to - from];
    let tip = cells.len() - 1;
    match span.fate {
        Fate::Completed if span.start == span.end => cells[tip] = glyphs.moment,
        Fate::Completed => {}
        Fate::Cancelled if span.panicked => cells[tip] = glyphs.panicked,
        Fate::Cancelled => cells[tip] = glyphs.cancelled,
        Fate::Running => cells[tip] = glyphs.running,
    }
    for gap in axis.breaks().filter(|gap| gap.is_crossed(span.start, span.end)) {
        if let Some(cell) = gap.column.checked_sub(from).and_then(|at| cells.get_mut(at)) {
            *cell = glyphs.axis_break;
        }
    }
    " ".repeat(from) + &cells.into_iter().collect::<String>()
}

/// The times under a picture, with the breaks among them.
fn labels(axis: &Axis, glyphs: &Glyphs) -> String {
    let mut labels: Vec<char> = axis.labels().chars().collect();
    for gap in axis.breaks() {
        if let Some(cell) = labels.get_mut(gap.column).filter(|cell| **cell == ' ') {
            *cell = glyphs.axis_break;
        }
    }
    labels.into_iter().collect()
}

fn legend(spans: &[Span], axis: &Axis, glyphs: &Glyphs) -> Option<String> {
    let any = |fate| spans.iter().any(|span| span.fate == fate && !span.panicked);
    let mut marks = Vec::new();
    if spans.iter().any(|span| span.panicked) {
        marks.push(format!("{} panicked", glyphs.panicked));
    }
    if any(Fate::Cancelled) {
        marks.push(format!("{} cancelled", glyphs.cancelled));
    }
    if any(Fate::Running) {
        marks.push(format!("{} still running", glyphs.running));
    }
    if axis.breaks().next().is_some() {
        marks.push(format!("{} time left out", glyphs.axis_break));
    }
    (!marks.is_empty()).then(|| marks.join("   "))
}
