//! The timeline, drawn with characters.
//!
//! Time is cut into equal steps of a round length, each a whole number of columns wide, so that
//! work which took equally long is drawn equally long, and work which met at one moment meets in
//! one column.

use crate::report::{Fate, Span, Timeline};
use crate::text::{columns, fit, pad, tame, tick};
use std::time::Duration;

/// The narrowest terminal that a picture is made for, in columns.
pub const NARROWEST: usize = 40;

/// No room is too small to draw in: narrower than this, a picture sticks out.
const LEAST: usize = 24;

/// The widest that one step of the axis grows, in columns: a short story stays a small picture.
const WIDEST_STEP: usize = 12;

/// Fewer steps than this make an axis too coarse to read times from.
const FEWEST_STEPS: usize = 3;

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
    moment: char,
    cut: &'static str,
    gap: &'static str,
}

const UNICODE: Glyphs =
    Glyphs { bar: '█', cancelled: '╳', running: '▶', moment: '▏', cut: "…", gap: "⋮" };
const ASCII: Glyphs =
    Glyphs { bar: '#', cancelled: 'x', running: '>', moment: '|', cut: "..", gap: ":" };

/// Draws `timeline` in lines of at most `style.width` columns (24 of them are needed): one row a span, then the axis, then what the marks mean. No span, no lines.
pub fn draw(timeline: &Timeline, style: Style) -> Vec<String> {
    if timeline.spans.is_empty() {
        return Vec::new();
    }
    let glyphs = if style.unicode { &UNICODE } else { &ASCII };
    let width = style.width.max(LEAST);
    let spans = &timeline.spans;
    let name = |span: &Span| fit(&tame(&span.name), width * 2 / 5, glyphs.cut);
    let name_width = spans.iter().map(|span| columns(&name(span))).max().unwrap_or(0);
    let axis = Axis::new(timeline.end, width - name_width - 2);
    let row = |span| format!("{}  {}", pad(&name(span), name_width), bar(span, &axis, glyphs));

    let (first, last) = shown_rows(spans.len());
    let hidden = spans.len() - first - last;
    let mut lines: Vec<String> = spans[..first].iter().map(row).collect();
    if hidden > 0 {
        lines.push(format!("{} {hidden} more", pad(glyphs.gap, name_width)));
    }
    lines.extend(spans[spans.len() - last..].iter().map(row));
    if timeline.dropped > 0 {
        lines.push(format!("{} {} not recorded", pad(glyphs.gap, name_width), timeline.dropped));
    }
    lines.push(format!("{}  {}", pad("", name_width), axis.labels()));
    lines.extend(legend(&timeline.spans, glyphs));
    lines
}

/// How many rows are shown from the top and from the bottom.
fn shown_rows(spans: usize) -> (usize, usize) {
    if spans <= MOST_ROWS { (spans, 0) } else { (MOST_ROWS - 5, 4) }
}

fn bar(span: &Span, axis: &Axis, glyphs: &Glyphs) -> String {
    let from = axis.column(span.start).min(axis.columns() - 1);
    let to = axis.column(span.end).max(from + 1);
    let mut cells = vec![glyphs.bar; to - from];
    let tip = cells.len() - 1;
    match span.fate {
        Fate::Completed if span.start == span.end => cells[tip] = glyphs.moment,
        Fate::Completed => {}
        Fate::Cancelled => cells[tip] = glyphs.cancelled,
        Fate::Running => cells[tip] = glyphs.running,
    }
    " ".repeat(from) + &cells.into_iter().collect::<String>()
}

fn legend(spans: &[Span], glyphs: &Glyphs) -> Option<String> {
    let any = |fate| spans.iter().any(|span| span.fate == fate);
    let mut marks = Vec::new();
    if any(Fate::Cancelled) {
        marks.push(format!("{} cancelled", glyphs.cancelled));
    }
    if any(Fate::Running) {
        marks.push(format!("{} still running", glyphs.running));
    }
    (!marks.is_empty()).then(|| marks.join("   "))
}

/// Time laid out over columns.
struct Axis {
    step: Duration,
    steps: usize,
    step_width: usize,
}

impl Axis {
    /// An axis from zero to `end` in `room` columns: a few steps, each with room for its label.
    fn new(end: Duration, room: usize) -> Axis {
        let axes = round_steps().filter_map(|step| Axis::in_steps_of(step, end, room));
        // Coarser steps come later; the last that still cuts the time in three reads best.
        let mut best: Option<Axis> = None;
        for axis in axes {
            if best.is_none() || axis.steps >= FEWEST_STEPS {
                best = Some(axis);
            }
        }
        let whole = end.max(Duration::from_millis(1));
        let step_width = room.saturating_sub(columns(&tick(whole))).clamp(1, WIDEST_STEP);
        best.unwrap_or(Axis { step: whole, steps: 1, step_width })
    }

    fn in_steps_of(step: Duration, end: Duration, room: usize) -> Option<Axis> {
        let steps = usize::try_from(end.as_nanos().div_ceil(step.as_nanos())).ok()?.max(1);
        if steps > room {
            return None;
        }
        let label = (0..=steps).map(|i| columns(&tick(step * i as u32))).max()?;
        // The label under the last step's end sticks out by its own length.
        let step_width = (room.saturating_sub(label) / steps).min(WIDEST_STEP);
        (step_width > label).then_some(Axis { step, steps, step_width })
    }

    fn columns(&self) -> usize {
        self.steps * self.step_width
    }

    fn column(&self, at: Duration) -> usize {
        let step = self.step.as_nanos();
        ((at.as_nanos() * self.step_width as u128 + step / 2) / step) as usize
    }

    fn labels(&self) -> String {
        let labels = (0..=self.steps).map(|i| pad(&tick(self.step * i as u32), self.step_width));
        labels.collect::<String>().trim_end().to_owned()
    }
}

/// 1, 2, 5, 10, 20, 50 … ms.
fn round_steps() -> impl Iterator<Item = Duration> {
    let decades = std::iter::successors(Some(1u64), |d| d.checked_mul(10)).take(12);
    decades.flat_map(|d| [d, 2 * d, 5 * d]).map(Duration::from_millis)
}
