//! One timeline: names, bars, the axis under them, and what the bars mean.

use super::markup::{Sheet, columns_in, px, width};
use super::{LABEL, MARGIN, TEXT, WIDTH};
use crate::axis::Axis;
use crate::report::{Fate, Span, Timeline};
use crate::shared_pictures::Run;
use crate::text::{fit_both_ends, tame};
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
                bar(sheet, (from, sheet.y() + 3.0 - BAR), to - from, Look::of(span), hatch);
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
        Row::Span(span) => fit_both_ends(&tame(&span.name), columns_in(NAMES, TEXT), "…"),
        Row::Rest(_) => "⋮".to_owned(),
    }
}

/// How a bar is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Completed,
    Cancelled,
    Panicked,
    Running,
}

impl Look {
    fn of(span: &Span) -> Look {
        match span.fate {
            Fate::Completed => Look::Completed,
            Fate::Cancelled if span.panicked => Look::Panicked,
            Fate::Cancelled => Look::Cancelled,
            Fate::Running => Look::Running,
        }
    }
}

/// One bar. Its end tells what became of it, whatever its colour: cut off square, crossed out,
/// with a sign of exclamation, or pointing on.
fn bar(sheet: &mut Sheet, (x, y): (f64, f64), length: f64, look: Look, hatch: &str) {
    let (left, top, width, height) = (px(x), px(y), px(length), px(BAR));
    let at = format!("x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"");
    match look {
        Look::Completed => sheet.element(&format!("rect class=\"completed\" {at} rx=\"2\"")),
        Look::Panicked => {
            sheet.element(&format!("rect class=\"panicked\" {at} rx=\"2\""));
            let middle = (x + length - 4.0, y + 3.0);
            let sign = format!("v{}m0 3v.5", px(BAR - 10.0));
            sheet.strokes("halo", middle, &sign);
            sheet.strokes("sign", middle, &sign);
        }
        Look::Cancelled => {
            let fill = format!("fill=\"url(#{hatch})\"");
            sheet.element(&format!("rect class=\"cancelled\" {at} rx=\"2\" {fill}"));
            let middle = (x + length - 4.5, y + BAR / 2.0 - 4.5);
            let cross = "l9 9m0-9l-9 9";
            // What lies under the cross is taken away around it.
            sheet.strokes("halo", middle, cross);
            sheet.strokes("cross", middle, cross);
        }
        Look::Running => {
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
        Row::Span(span) => Some(Look::of(span)),
        Row::Rest(_) => None,
    };
    let looks: Vec<Look> = runs.flat_map(|run| rows(&run.timeline)).filter_map(spans).collect();
    if looks.iter().all(|look| *look == Look::Completed) {
        return;
    }
    let meanings = [
        (Look::Completed, "completed"),
        (Look::Panicked, "panicked"),
        (Look::Cancelled, "cancelled"),
        (Look::Running, "still running"),
    ];
    let mut x = MARGIN;
    sheet.down(32.0);
    for (look, words) in meanings.into_iter().filter(|(look, _)| looks.contains(look)) {
        bar(sheet, (x, sheet.y() + 3.0 - BAR), 24.0, look, hatch);
        sheet.text("faint", x + 37.0, words);
        x += 37.0 + width(words, LABEL) + 22.0;
    }
}
