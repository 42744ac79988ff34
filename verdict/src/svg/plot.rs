//! One timeline: names, bars, the axis under them, and what the bars mean.

use super::markup::{Sheet, columns_in, px, width};
use super::{LABEL, MARGIN, TEXT, WIDTH};
use crate::axis::Axis;
use crate::report::{Fate, Timeline};
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
    let axis = Axis::new(timeline.end, columns_in(WIDTH - MARGIN - left, LABEL));
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
                bar(sheet, (from, sheet.y() + 3.0 - BAR), to - from, span.fate, hatch);
            }
            Row::Rest(words) => sheet.text("faint", left + 6.0, words),
        }
        sheet.down(PITCH);
    }
    sheet.down(foot + 20.0 - sheet.y());
    ticks.iter().for_each(|(x, tick)| sheet.text("tick", *x, tick));
}

fn name(row: &Row) -> String {
    match row {
        Row::Span(span) => fit_both_ends(&tame(&span.name), columns_in(NAMES, TEXT), "…"),
        Row::Rest(_) => "⋮".to_owned(),
    }
}

/// One bar. Its end tells what became of it, whatever its colour: cut off square, crossed out, or
/// pointing on.
fn bar(sheet: &mut Sheet, (x, y): (f64, f64), length: f64, fate: Fate, hatch: &str) {
    let (left, top, width, height) = (px(x), px(y), px(length), px(BAR));
    let at = format!("x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"");
    match fate {
        Fate::Completed => sheet.element(&format!("rect class=\"completed\" {at} rx=\"2\"")),
        Fate::Cancelled => {
            let fill = format!("fill=\"url(#{hatch})\"");
            sheet.element(&format!("rect class=\"cancelled\" {at} rx=\"2\" {fill}"));
            let middle = (x + length - 4.5, y + BAR / 2.0 - 4.5);
            let cross = "l9 9m0-9l-9 9";
            // What lies under the cross is taken away around it.
            sheet.strokes("halo", middle, cross);
            sheet.strokes("cross", middle, cross);
        }
        Fate::Running => {
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
        Row::Span(span) => Some(span.fate),
        Row::Rest(_) => None,
    };
    let fates: Vec<Fate> = runs.flat_map(|run| rows(&run.timeline)).filter_map(spans).collect();
    if fates.iter().all(|fate| *fate == Fate::Completed) {
        return;
    }
    let meanings = [
        (Fate::Completed, "completed"),
        (Fate::Cancelled, "cancelled"),
        (Fate::Running, "still running"),
    ];
    let mut x = MARGIN;
    sheet.down(32.0);
    for (fate, words) in meanings.into_iter().filter(|(fate, _)| fates.contains(fate)) {
        bar(sheet, (x, sheet.y() + 3.0 - BAR), 24.0, fate, hatch);
        sheet.text("faint", x + 37.0, words);
        x += 37.0 + width(words, LABEL) + 22.0;
    }
}
