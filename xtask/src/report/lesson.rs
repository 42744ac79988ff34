//! Shows what the course explains in files of its own: an exercise's lesson, and the words.

use super::blocks::show;
use super::{FAINT, Page, glossary};
use crate::course::{Course, Exercise};
use std::fs;
use std::path::Path;

/// The README of an exercise.
pub fn lesson(page: &mut Page, exercise: &Exercise) {
    if let Some(text) = read(page, &exercise.dir, &exercise.folder, "README.md") {
        show(page, &text, 2);
    }
    page.wrapped(FAINT, 2, &format!("Then edit {}", exercise.answer()));
}

/// What the course's words mean: these first, then all others.
pub fn words(page: &mut Page, course: &Course, first: &[&str]) {
    let Some(text) = read(page, course.root(), "", glossary::FILE) else { return };
    let mut sections = text.split("\n## ");
    let opening = sections.next().unwrap_or_default();
    let mut sections: Vec<&str> = sections.collect();
    let path = |section: &&str| {
        let heading = section.lines().next().unwrap_or_default();
        first.iter().position(|word| *word == heading).unwrap_or(first.len())
    };
    sections.sort_by_key(path);
    show(page, &format!("{opening}\n## {}", sections.join("\n## ")), 2);
}

/// The text of a file; on the page, why it can't be read.
fn read(page: &mut Page, folder: &Path, shown: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(folder.join(name));
    text.map_err(|error| {
        let path = Path::new(shown).join(name).display().to_string().replace('\\', "/");
        page.wrapped(FAINT, 2, &format!("{path}: {error}"));
        page.gap();
    })
    .ok()
}
