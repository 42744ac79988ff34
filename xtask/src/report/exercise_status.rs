//! Shows how far somebody is, for several screens.

use super::{FAINT, KEPT, NOTE, Page, TerminalStyle, painted};
use crate::exercise_status::{ExerciseStatus, State, Total};
use verdict::text::count;

/// The widest that a progress bar grows, in columns.
const BAR: usize = 40;

/// A mark that tells the states apart without colours.
pub(super) fn check_mark(terminal: TerminalStyle, status: &ExerciseStatus<'_>) -> String {
    match (status.state, terminal.unicode) {
        _ if status.edited => painted(NOTE, "~"),
        (State::Solved | State::Changed, _) => terminal.mark(true),
        (State::Tried, true) => painted(NOTE, "…"),
        (State::Tried, false) => painted(NOTE, ":"),
        (State::NotBegun, _) => " ".to_owned(),
    }
}

/// The state in a word or three.
pub(super) fn words(status: &ExerciseStatus<'_>) -> String {
    match (status.state, status.promises) {
        (State::Solved, _) => "solved".to_owned(),
        (State::Changed, _) => "changed since".to_owned(),
        (State::Tried, Some((kept, of))) => {
            let changed = if status.edited { ", changed" } else { "" };
            format!("{kept} of {of} kept{changed}")
        }
        (State::Tried, None) | (State::NotBegun, _) if status.edited => "changed".to_owned(),
        (State::Tried, None) | (State::NotBegun, _) => "not begun".to_owned(),
    }
}

/// The progress bar, and below it the same in numbers.
pub(super) fn total(page: &mut Page, indent: usize, total: Total) {
    let terminal = page.terminal();
    let width = BAR.min(terminal.width - indent);
    let (full, empty) = if terminal.unicode { ("█", "░") } else { ("#", ".") };
    let done = columns_of(total.earned, total.points, width);
    let (done, left) = (full.repeat(done), empty.repeat(width - done));
    let margin = " ".repeat(indent);
    page.line(format_args!("{margin}{}{}", painted(KEPT, &done), painted(FAINT, &left)));
    let Total { solved, earned, points, .. } = total;
    let exercises = count(total.exercises, "exercise");
    let text = format!("{solved} of {exercises} solved, {earned} of {points} points");
    page.wrapped(super::PLAIN, indent, &text);
}

/// How many of `width` columns stand for `part` of `whole`: none only for nothing, all only for all.
fn columns_of(part: u64, whole: u64, width: usize) -> usize {
    if part == 0 || part >= whole {
        return if part == 0 { 0 } else { width };
    }
    let share = u128::from(part) * width as u128 / u128::from(whole);
    usize::try_from(share).unwrap_or(width).clamp(1, width - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_empty_only_for_nothing_and_full_only_for_all() {
        let columns = |part| columns_of(part, 1000, 40);
        assert_eq!([0, 1, 500, 999, 1000].map(columns), [0, 1, 20, 39, 40]);
        assert_eq!(columns_of(0, 0, 40), 0, "a course without points");
    }
}
