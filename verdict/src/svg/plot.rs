//! One timeline: names, bars, the axis under them, and what the bars mean.

use super::markup::{Sheet, columns_in, px, width};
use super::{LABEL, MARGIN, TEXT, WIDTH};
use crate::axis::Axis;
use crate::report::{Fate, Span, Timeline};
use crate::shared_pictures::Run;
use crate::text::{sanitize, truncate_middle};
use crate::text_picture::{Row, rows};

/// From one bar to the next, in pixels, and how high each is.
const PITCH: f64 = 25.0;
const BAR: f64 = 15.0;

/// Between the line above and the first row.
const ABOVE: f64 = 17.0;

/// What took no time at all can still be seen.
const NARROWEST: f64 = 3.0;

/// How much of a picture's width names may take.
const NAMES: f64 = 0.4 * (WIDTH - 2.0 * MARGIN);

/// Draws a timeline below the present line. `hatch` is the id of the pattern of cancelled bars.
pub(super) fn draw(sheet: &mut Sheet, timeline: &Timeline, hatch: &str) {
    let rows = rows(timeline);
    if rows.is_empty() {
        sheet.down(26.0);
        return sheet.text("faint", MARGIN, "Nothing was recorded.");
    }
    let names: Vec<String> = rows.iter().map(name).collect();
    let widest = names.iter().map(|name| width(name, TEXT)).fold(0.0, f64::max);
    let left = MARGIN + widest + 14.0;
    let axis = Axis::new(timeline, columns_in(WIDTH - MARGIN - left, LABEL));
    // Half of the last label sticks out.
    let last = axis.ticks().last().unwrap_or_default();
    let right = WIDTH - MARGIN - width(&last, LABEL) / 2.0;
    let x = |share: f64| left + share * (right - left);

    let top = sheet.y() + ABOVE;
    let foot = top + PITCH * rows.len() as f64;
    let ticks: Vec<(f64, String)> =
        axis.ticks().enumerate().map(|(i, tick)| (x(i as f64 / axis.steps as f64), tick)).collect();
    for (x, _) in &ticks {
        sheet.strokes("grid", (*x, top), &format!("V{}", px(foot + 4.0)));
    }
    sheet.down(ABOVE + (PITCH + BAR) / 2.0 - 3.0);
    for (row, name) in rows.iter().zip(&names) {
        sheet.text("", MARGIN, name);
        match row {
            Row::Span(span) => {
                let from = x(axis.share(span.start));
                let to = x(axis.share(span.end)).max(from + NARROWEST);
                bar(sheet, (from, sheet.y() + 3.0 - BAR), to - from, BarStyle::of(span), hatch);
                for gap in axis.breaks().filter(|gap| gap.is_crossed(span.start, span.end)) {
                    axis_break(sheet, x(gap.share), sheet.y() + 5.0);
                }
            }
            Row::Rest(words) => sheet.text("faint", left + 6.0, words),
        }
        sheet.down(PITCH);
    }
    sheet.down(foot + 20.0 - sheet.y());
    ticks.iter().for_each(|(x, tick)| sheet.text("tick", *x, tick));
    for gap in axis.breaks() {
        axis_break(sheet, x(gap.share), sheet.y() + 2.0);
    }
}

/// Two slanted strokes that end at `foot`: here time is left out.
fn axis_break(sheet: &mut Sheet, x: f64, foot: f64) {
    let height = px(BAR + 4.0);
    sheet.strokes("halo", (x - 3.0, foot), &format!("l6 -{height}"));
    for x in [x - 6.0, x] {
        sheet.strokes("break", (x, foot), &format!("l6 -{height}"));
    }
}

fn name(row: &Row) -> String {
    match row {
        Row::Span(span) => truncate_middle(&sanitize(&span.name), columns_in(NAMES, TEXT), "…"),
        Row::Rest(_) => "⋮".to_owned(),
    }
}

/// How a bar is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BarStyle {
    Completed,
    Cancelled,
    Panicked,
    Running,
}

impl BarStyle {
    fn of(span: &Span) -> BarStyle {
        match span.fate {
            Fate::Completed => BarStyle::Completed,
            Fate::Cancelled if span.panicked => BarStyle::Panicked,
            Fate::Cancelled => BarStyle::Cancelled,
            Fate::Running => BarStyle::Running,
        }
    }
}

/// One bar. Its end tells what became of it, whatever its colour: cut off square, crossed out,
/// with a sign of exclamation, or pointing on.
fn bar(sheet: &mut Sheet, (x, y): (f64, f64), length: f64, style: BarStyle, hatch: &str) {
    let (left, top, width, height) = (px(x), px(y), px(length), px(BAR));
    let at = format!("x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"");
    match style {
        BarStyle::Completed => sheet.element(&format!("rect class=\"completed\" {at} rx=\"2\"")),
        BarStyle::Panicked => {
            sheet.element(&format!("rect class=\"panicked\" {at} rx=\"2\""));
            let middle = (x + length - 4.0, y + 3.0);
            let sign = format!("v{}m0 3v.5", px(BAR - 10.0));
            sheet.strokes("halo", middle, &sign);
            sheet.strokes("sign", middle, &sign);
        }
        BarStyle::Cancelled => {
            let fill = format!("fill=\"url(#{hatch})\"");
            sheet.element(&format!("rect class=\"cancelled\" {at} rx=\"2\" {fill}"));
            let middle = (x + length - 4.5, y + BAR / 2.0 - 4.5);
            let cross = "l9 9m0-9l-9 9";
            // What lies under the cross is taken away around it.
            sheet.strokes("halo", middle, cross);
            sheet.strokes("cross", middle, cross);
        }
        BarStyle::Running => {
            let tip = length.min(7.0);
            let (shaft, tip, half) = (px(length - tip), px(tip), px(BAR / 2.0));
            let arrow = format!("h{shaft}l{tip} {half}l-{tip} {half}h-{shaft}z");
            sheet.strokes("running", (x, y), &arrow);
        }
    }
}

/// What the bars of these runs mean, where not all were completed.
pub(super) fn legend<'a>(sheet: &mut Sheet, runs: impl Iterator<Item = &'a Run>, hatch: &str) {
    let spans = |row| match row {
        Row::Span(span) => Some(BarStyle::of(span)),
        Row::Rest(_) => None,
    };
    let styles: Vec<BarStyle> =
        runs.flat_map(|run| rows(&run.timeline)).filter_map(spans).collect();
    if styles.iter().all(|style| *style == BarStyle::Completed) {
        return;
    }
    let meanings = [
        (BarStyle::Completed, "completed"),
        (BarStyle::Panicked, "panicked"),
        (BarStyle::Cancelled, "cancelled"),
        (BarStyle::Running, "still running"),
    ];
    let mut x = MARGIN;
    sheet.down(32.0);
    for (style, words) in meanings.into_iter().filter(|(style, _)| styles.contains(style)) {
        bar(sheet, (x, sheet.y() + 3.0 - BAR), 24.0, style, hatch);
        sheet.text("faint", x + 37.0, words);
        x += 37.0 + width(words, LABEL) + 22.0;
    }
}
