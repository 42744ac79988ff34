//! A hint, rendered for a terminal: as much of Markdown as hints use.

use super::blocks::show;
use super::markdown::lines;
use super::{BOLD, FAINT, Page, WayOn, painted};
use crate::course::Exercise;
use crate::hints::Chosen;

/// One hint of several.
pub fn hint(page: &mut Page, exercise: &Exercise, chosen: &Chosen, way_on: WayOn) {
    let Chosen { hint, number, of } = chosen;
    page.line(painted(FAINT, &format!("{} · hint {number} of {of}", exercise.heading())));
    page.gap();
    for line in lines(&hint.title, page.look().width, page.look().links) {
        page.line(painted(BOLD, &line));
    }
    page.gap();
    show(page, &hint.text, 2);
    let more = match (number < of, way_on) {
        (true, WayOn::Commands) => {
            format!("The next one: cargo xtask hint {} {}", exercise.number, number + 1)
        }
        (true, WayOn::Keys) => "The next one: h. One that you have seen: its number.".to_owned(),
        (false, WayOn::Commands) => {
            format!("That was the last. Then: cargo xtask check {}", exercise.number)
        }
        (false, WayOn::Keys) => "That was the last. One that you have seen: its number.".to_owned(),
    };
    page.wrapped(FAINT, 2, &more);
}
