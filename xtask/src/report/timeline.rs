//! Shows the picture of each promise's run.

use super::check::title;
use super::{FAINT, PLAIN, Page, painted};
use crate::course::Exercise;
use std::path::Path;
use verdict::shared_pictures::{Panel, Run};
use verdict::text::{list, pad, sanitize, truncate};
use verdict::text_picture::{self, Style};

/// How far pictures are set in.
const INDENT: usize = 4;

/// Between two pictures side by side.
const GAP: usize = 4;

/// With fewer columns than this, two pictures stand below each other.
const MIN_COLUMNS_FOR_TWO: usize = 100;

/// A picture does not gain from more columns than this.
const WIDEST: usize = 80;

/// Panels, one below the other.
pub fn timeline(page: &mut Page, exercise: &Exercise, panels: &[Panel]) {
    let runs = panels.first().map(|panel| panel.runs.as_slice()).unwrap_or_default();
    let answers: Vec<&str> = runs.iter().map(|run| run.label.as_str()).collect();
    title(page, exercise, &list(&answers, answers.len()));
    for (i, panel) in panels.iter().enumerate() {
        if i > 0 {
            page.gap();
        }
        promises(page, panel);
        match panel.runs.as_slice() {
            [left, right] if page.terminal().columns >= MIN_COLUMNS_FOR_TWO => {
                side_by_side(page, left, right);
            }
            runs => below_each_other(page, runs),
        }
    }
}

fn promises(page: &mut Page, panel: &Panel) {
    for promised in &panel.promises {
        let mark = format!("{} ", page.terminal().mark(promised.kept));
        page.item(PLAIN, 2, 2, &mark, &promised.words);
        for line in promised.happened.iter().flat_map(|happened| happened.lines()) {
            page.wrapped(PLAIN, 4, &sanitize(line));
        }
    }
}

fn below_each_other(page: &mut Page, runs: &[Run]) {
    let style = page.terminal().picture(INDENT);
    for run in runs {
        page.gap();
        if runs.len() > 1 {
            page.wrapped(FAINT, INDENT, &run.label);
        }
        for line in drawn(run, style) {
            page.line(format_args!("{}{line}", " ".repeat(INDENT)));
        }
    }
}

fn side_by_side(page: &mut Page, left: &Run, right: &Run) {
    let terminal = page.terminal();
    let width = ((terminal.columns - INDENT - GAP) / 2).min(WIDEST);
    let style = Style { width, unicode: terminal.unicode };
    page.gap();
    let labels = [left, right].map(|run| truncate(&run.label, width, terminal.cut()));
    let labels = format!("{}{}{}", pad(&labels[0], width), " ".repeat(GAP), labels[1]);
    page.line(format_args!("{}{}", " ".repeat(INDENT), painted(FAINT, &labels)));
    let (left, right) = (drawn(left, style), drawn(right, style));
    for i in 0..left.len().max(right.len()) {
        let [left, right] = [&left, &right].map(|lines| lines.get(i).map_or("", String::as_str));
        let line = format!("{}{}{right}", pad(left, width), " ".repeat(GAP));
        page.line(format_args!("{}{}", " ".repeat(INDENT), line.trim_end()));
    }
}

fn drawn(run: &Run, style: Style) -> Vec<String> {
    let lines = text_picture::draw(&run.timeline, style);
    if lines.is_empty() { vec!["Nothing was recorded.".to_owned()] } else { lines }
}

/// How to see the solution's pictures too.
pub fn timeline_with_solution(page: &mut Page, exercise: &Exercise) {
    page.gap();
    let command = format!("cargo xtask timeline {} --solution", exercise.number);
    page.wrapped(FAINT, 2, &format!("The solution's beside them: {command}"));
}

/// Where a picture went.
pub fn picture_written(file: &Path) {
    let mut page = Page::here();
    page.line(format_args!("The picture is in {}", file.display()));
    page.print();
}
