//! An exercise's lesson.

use super::blocks::show;
use super::{FAINT, Page, WayOn};
use crate::course::Exercise;
use std::fs;

/// The README of an exercise.
pub fn lesson(page: &mut Page, exercise: &Exercise, way_on: WayOn) {
    let text = fs::read_to_string(exercise.dir.join("README.md"));
    match text {
        Ok(text) => show(page, &text, 2),
        Err(error) => {
            page.wrapped(FAINT, 2, &format!("{}/README.md: {error}", exercise.folder));
            page.gap();
        }
    }
    if way_on == WayOn::Commands {
        page.wrapped(FAINT, 2, &format!("Then edit {}", exercise.answer()));
    }
}
