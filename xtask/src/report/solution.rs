//! Shows two answers beside each other, or, where that has no room, one below the other.
//!
//! Signs tell what differs, so that it can be seen without colours too. No line is cut: whoever came
//! to compare wants all of it.

use super::{BOLD, Controls, FAINT, KEPT, NOTE, PLAIN, Page, painted};
use crate::course::Exercise;
use crate::solution_comparison::{Comparison, Likeness, Part};
use anstyle::Style;
use verdict::text::{columns, pad, truncate};

/// From how many columns on there is room for two answers side by side.
const SIDE_BY_SIDE: usize = 100;

/// What is between the margin and the left answer, and between the two: a sign with spaces around it.
const MARGIN: usize = 2;
const BETWEEN: usize = 3;

const YOURS: Style = NOTE;
const OURS: Style = KEPT;

/// The learner's answer and the course's.
pub fn solution(page: &mut Page, exercise: &Exercise, comparison: &Comparison) {
    page.paragraph(BOLD, 0, &format!("{} · your answer and ours", exercise.heading()));
    let verdict = match comparison.likeness {
        Likeness::Equal => "They are the same, line by line.",
        Likeness::SameCode => "The code is the same. What ours adds is why it is so.",
        Likeness::Different => "Ours is one way among others. Its comments say why it is so.",
    };
    page.paragraph(PLAIN, 2, verdict);
    let ours = format!("{}/src/lib.rs", exercise.solution());
    if page.terminal().columns >= SIDE_BY_SIDE {
        side_by_side(page, &exercise.answer(), &ours, &comparison.parts);
    } else {
        in_one_column(page, &exercise.answer(), &ours, &comparison.parts);
    }
    page.gap();
    if !comparison.styles.is_empty() {
        page.paragraph(PLAIN, 2, "Other ways that are worth reading:");
        for style in &comparison.styles {
            // A path stays in one piece: it is to be clicked on.
            page.line(format_args!("  {}", painted(FAINT, &style.path)));
            page.wrapped(PLAIN, 4, &style.about);
        }
        page.gap();
    }
    step(page, "Watch    ", &format!("cargo xtask run {} --solution", exercise.number));
}

/// Why there is nothing to see yet, and what to do instead.
pub fn not_before_a_pass(page: &mut Page, exercise: &Exercise, controls: Controls) {
    let number = &exercise.number;
    let heading = exercise.heading();
    page.paragraph(BOLD, 0, &format!("{heading} is not solved yet"));
    page.paragraph(PLAIN, 2, "An answer teaches most beside your own, so ours waits for it.");
    if controls == Controls::Keys {
        return page.wrapped(PLAIN, 2, "h shows a hint, y our answer all the same.");
    }
    step(page, "Check    ", &format!("cargo xtask check {number}"));
    step(page, "Stuck?   ", &format!("cargo xtask hint {number}"));
    step(page, "Anyway   ", &format!("cargo xtask solution {number} --spoil"));
}

/// What is to be typed stays in one piece.
fn step(page: &mut Page, what: &str, how: &str) {
    page.line(format_args!("  {what}{}", painted(FAINT, how)));
}

fn side_by_side(page: &mut Page, yours: &str, ours: &str, parts: &[Part]) {
    let needed = longest((columns(yours), columns(ours)), parts);
    let widths = widths(page.terminal().columns - MARGIN - BETWEEN, needed);
    let mut rows = Rows { page, widths };
    rows.row(FAINT, yours, ' ', ours);
    rows.page.gap();
    for part in parts {
        match part {
            Part::Same(lines) => {
                let lines = flow(lines, widths.0.min(widths.1));
                lines.iter().for_each(|line| rows.row(PLAIN, line, ' ', line));
            }
            Part::Different { yours, ours } => {
                let (yours, ours) = (flow(yours, widths.0), flow(ours, widths.1));
                for i in 0..yours.len().max(ours.len()) {
                    match (yours.get(i), ours.get(i)) {
                        (Some(yours), Some(ours)) => rows.row(YOURS, yours, '|', ours),
                        (Some(yours), None) => rows.row(YOURS, yours, '<', ""),
                        (None, ours) => rows.row(YOURS, "", '>', ours.map_or("", |line| line)),
                    }
                }
            }
        }
    }
    page.gap();
    page.line(painted(FAINT, "  | differs   < only in yours   > only in ours"));
}

struct Rows<'a> {
    page: &'a mut Page,
    /// Of the left answer and of the right one.
    widths: (usize, usize),
}

impl Rows<'_> {
    /// A line of each answer; `style` is for the left one. Either may need several rows.
    fn row(&mut self, style: Style, left: &str, sign: char, right: &str) {
        let right_style = if style == YOURS { OURS } else { style };
        let (left, right) = (fold(left, self.widths.0), fold(right, self.widths.1));
        for i in 0..left.len().max(right.len()) {
            let cell = |cells: &[String]| cells.get(i).cloned().unwrap_or_default();
            let (left, right) = (cell(&left), cell(&right));
            if sign == ' ' && left.is_empty() && right.is_empty() {
                self.page.gap();
                continue;
            }
            let mut row = " ".repeat(MARGIN);
            if sign == ' ' && right.is_empty() {
                row += &painted(style, &left);
            } else {
                row += &painted(style, &pad(&left, self.widths.0));
                row += &format!(" {sign}");
                if !right.is_empty() {
                    row += &format!(" {}", painted(right_style, &right));
                }
            }
            self.page.line(row);
        }
    }
}

/// The columns of the longest line of each answer, starting from those of what stands above them.
fn longest(above: (usize, usize), parts: &[Part]) -> (usize, usize) {
    let (mut left, mut right) = above;
    for part in parts {
        let (yours, ours) = match part {
            Part::Same(lines) => (lines, lines),
            Part::Different { yours, ours } => (yours, ours),
        };
        left = yours.iter().map(|line| columns(line)).fold(left, usize::max);
        right = ours.iter().map(|line| columns(line)).fold(right, usize::max);
    }
    (left, right)
}

/// How much of `available` each answer gets: half, unless one needs less and the other more.
fn widths(available: usize, (left, right): (usize, usize)) -> (usize, usize) {
    let half = available / 2;
    let left = match (left <= half, right <= half) {
        (true, false) => left.max(available.saturating_sub(right)),
        (false, true) => available - right.max(available.saturating_sub(left)),
        _ => half,
    };
    (left, available - left)
}

fn in_one_column(page: &mut Page, yours: &str, ours: &str, parts: &[Part]) {
    let width = page.terminal().columns - MARGIN - 2;
    // Paths stay in one piece.
    page.line(painted(FAINT, &format!("  - {yours}")));
    page.line(painted(FAINT, &format!("  + {ours}")));
    page.gap();
    let mut lines = |style: Style, sign: char, lines: &[String]| {
        for row in flow(lines, width).iter().flat_map(|line| fold(line, width)) {
            let row = format!("{}{sign} {row}", " ".repeat(MARGIN));
            page.line(painted(style, row.trim_end()));
        }
    };
    for part in parts {
        match part {
            Part::Same(same) => lines(PLAIN, ' ', same),
            Part::Different { yours, ours } => {
                lines(YOURS, '-', yours);
                lines(OURS, '+', ours);
            }
        }
    }
}

/// `lines`, with comments of several lines in one each when not all fit: folded each by itself, they
/// would be ragged.
fn flow(lines: &[String], width: usize) -> Vec<String> {
    if lines.iter().all(|line| columns(line) <= width) {
        return lines.to_vec();
    }
    let mut flowing: Vec<String> = Vec::new();
    for line in lines {
        match (flowing.last_mut(), comment(line)) {
            (Some(before), Some((indent, text)))
                if comment(before).is_some_and(|(other, _)| other == indent) =>
            {
                before.push_str(&format!(" {text}"));
            }
            _ => flowing.push(line.clone()),
        }
    }
    flowing
}

/// The indent and the text of a line that is nothing but a comment.
fn comment(line: &str) -> Option<(&str, &str)> {
    line.split_once("// ").filter(|(indent, _)| indent.trim().is_empty())
}

/// A line of code in rows of at most `width` columns, broken at spaces where there are any. What goes
/// on below is set in further, or is a comment still.
fn fold(line: &str, width: usize) -> Vec<String> {
    let code = line.trim_start_matches(' ');
    // Deep inside of something, the code needs the room more than its place does.
    let indent = " ".repeat((line.len() - code.len()).min(width / 2));
    let more = if code.starts_with("// ") { "// " } else { "    " };
    let further = format!("{indent}{more}");
    let mut rows = Vec::new();
    let (mut lead, mut rest) = (&indent, code);
    while columns(lead) + columns(rest) > width {
        let available = width.saturating_sub(columns(lead));
        let head = truncate(rest, available, "");
        if head.is_empty() {
            break;
        }
        let at_its_end = rest[head.len()..].starts_with(' ');
        let between = head.rfind(' ').filter(|at| !at_its_end && *at > more.trim_end().len());
        let (row, after) = rest.split_at(between.unwrap_or(head.len()));
        rows.push(format!("{lead}{row}"));
        (lead, rest) = (&further, after.trim_start());
    }
    rows.push(format!("{lead}{rest}"));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_of_a_line_is_lost_and_none_beyond_the_width() {
        let lines = [
            "    let (one, two, three) = tokio::join!(long_task(1), long_task(2), long_task(3));",
            "        // Calling long_task only makes a future: a value that has not begun.",
            "                                                      deep_inside_of_something();",
            "let a_name_that_is_longer_than_any_line_could_ever_be_if_lines_were_short = 1;",
            "    let tea = \"東京タワー東京タワー東京タワー東京タワー\";",
            "",
        ];
        let visible = |text: &str| text.replace("// ", "").replace(' ', "");
        for line in lines {
            for width in [12, 20, 47, 80] {
                let rows = fold(line, width);
                assert_eq!(visible(&rows.concat()), visible(line), "{width}");
                assert!(rows.iter().all(|row| columns(row) <= width), "{width}: {rows:?}");
            }
        }
        assert_eq!(fold(lines[1], 40)[1], "        // a future: a value that has");
        assert_eq!(fold("abc def", 7), ["abc def"]);
        assert_eq!(fold("abc def ghi jkl", 11), ["abc def ghi", "    jkl"]);
    }

    #[test]
    fn a_comment_flows_on_from_line_to_line() {
        let lines = ["a();", "    // One", "    // two.", "    //", "    // Three.", "// Four."];
        let lines = lines.map(str::to_owned);
        assert_eq!(flow(&lines, 80), lines);
        assert_eq!(
            flow(&lines, 10),
            ["a();", "    // One two.", "    //", "    // Three.", "// Four."]
        );
    }

    #[test]
    fn whoever_needs_less_than_half_leaves_the_rest_to_the_other() {
        assert_eq!(widths(100, (30, 40)), (50, 50));
        assert_eq!(widths(100, (60, 80)), (50, 50));
        assert_eq!(widths(100, (30, 60)), (40, 60));
        assert_eq!(widths(100, (30, 90)), (30, 70));
        assert_eq!(widths(100, (90, 30)), (70, 30));
    }
}
