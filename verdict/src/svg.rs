//! Draws the timeline as SVG, for pages.
//!
//! A card with a ground of its own, so that it can be read on any page, in light or dark colours as
//! its reader prefers. Whatever it names, it names in a way of its own: several pictures can be put
//! into one page. The same runs always give the same bytes.
//!
//! All letters are of one width, as in a terminal: so a text can be laid out by somebody who knows
//! neither its reader's fonts nor the script of its names.

mod description;
mod markup;
mod plot;

use crate::shared_pictures::Panel;
use crate::text::{fingerprint, sanitize, truncate, wrap};
use markup::{Sheet, columns_in, escape};

/// How wide a picture is, in pixels; pages may scale it.
const WIDTH: f64 = 600.0;

/// What stays free on both sides.
const MARGIN: f64 = 24.0;

/// Where text begins that stands beside a mark.
const BESIDE: f64 = MARGIN + 20.0;

/// The sizes of letters; nothing is smaller than the last. The style sheet has them too.
const TITLE: f64 = 15.0;
const TEXT: f64 = 13.0;
const LABEL: f64 = 12.0;

/// Fonts and colours.
const STYLE: &str = include_str!("svg/style.css");

/// The stripes of cancelled bars.
const HATCH: &str = r#"width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern>"#;

/// Draws panels, one below the other, under a title.
pub fn draw(title: &str, panels: &[Panel]) -> String {
    let described = description::describe(panels);
    let id = name_of(&format!("{title}\n{described}"));
    let hatch = format!("hatch-{id}");
    let mut sheet = Sheet::default();
    head(&mut sheet, title, panels);
    for (i, panel) in panels.iter().enumerate() {
        if i > 0 {
            sheet.down(22.0);
            let across = WIDTH - 2.0 * MARGIN;
            sheet.strokes("rule", (MARGIN, sheet.y()), &format!("h{across}"));
            sheet.down(6.0);
        }
        promises(&mut sheet, panel);
        for run in &panel.runs {
            if panel.runs.len() > 1 {
                sheet.down(30.0);
                label(&mut sheet, &run.label);
                sheet.down(-7.0);
            }
            plot::draw(&mut sheet, &run.timeline, &hatch);
        }
    }
    plot::legend(&mut sheet, panels.iter().flat_map(|panel| &panel.runs), &hatch);
    let height = sheet.y() + 22.0;
    let (title, described) = (escape(title), escape(&described));
    let (inner_width, inner_height, elements) = (WIDTH - 1.0, height - 1.0, sheet.elements());
    let defs = match elements.contains(&hatch) {
        true => format!("<defs><pattern id=\"{hatch}\" {HATCH}</defs>\n"),
        false => String::new(),
    };
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="async-run" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="title-{id} desc-{id}">
<title id="title-{id}">{title}</title>
<desc id="desc-{id}">{described}</desc>
<style>
{STYLE}</style>
{defs}<rect class="card" x="0.5" y="0.5" width="{inner_width}" height="{inner_height}" rx="12"/>
{elements}</svg>
"#
    )
}

/// The title and, where every panel is about the same single answer, whose it is.
fn head(sheet: &mut Sheet, title: &str, panels: &[Panel]) {
    sheet.down(38.0);
    sheet.text(
        "title",
        MARGIN,
        &truncate(&sanitize(title), columns_in(WIDTH - 2.0 * MARGIN, TITLE), "…"),
    );
    if let Some([run]) = panels.first().map(|panel| panel.runs.as_slice()) {
        sheet.down(20.0);
        label(sheet, &run.label);
    }
    sheet.down(8.0);
}

fn label(sheet: &mut Sheet, label: &str) {
    sheet.text(
        "faint",
        MARGIN,
        &truncate(&sanitize(label), columns_in(WIDTH - 2.0 * MARGIN, LABEL), "…"),
    );
}

/// The promises of a panel, each with its mark and, where it was broken, with what happened.
fn promises(sheet: &mut Sheet, panel: &Panel) {
    let lines = |text: &str, size| wrap(&sanitize(text), columns_in(WIDTH - MARGIN - BESIDE, size));
    for promised in &panel.promises {
        for (i, line) in lines(&promised.words, TEXT).iter().enumerate() {
            sheet.down(21.0);
            if i == 0 {
                mark(sheet, promised.kept);
            }
            sheet.text("", BESIDE, line);
        }
        let happened = promised.happened.iter().flat_map(|text| text.lines());
        for line in happened.flat_map(|line| lines(line, LABEL)) {
            sheet.down(17.0);
            sheet.text("faint", BESIDE, &line);
        }
    }
}

/// The mark of a promise, before the present line: a tick or a cross.
fn mark(sheet: &mut Sheet, kept: bool) {
    let (class, down, strokes) =
        if kept { ("kept", -4.5, "l3.5 4l6.5-9") } else { ("broken", -9.0, "l9 9m0-9l-9 9") };
    sheet.strokes(class, (MARGIN, sheet.y() + down), strokes);
}

/// A name for what other pictures on the same page have too: all that it says.
fn name_of(text: &str) -> String {
    format!("{:016x}", fingerprint(text.bytes()))
}
