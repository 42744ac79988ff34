//! Finds the places that `new` left for the author to fill in.

use crate::course::{Course, Exercise};
use crate::new_exercise::TODO_MARK;
use std::fs;
use std::path::Path;

/// Every place in the two folders of an exercise that is still to be written.
pub fn faults(course: &Course, exercise: &Exercise) -> Vec<String> {
    let mut faults = Vec::new();
    for folder in [exercise.folder.clone(), exercise.solution()] {
        search(course.root(), &folder, &mut faults);
    }
    faults
}

fn search(root: &Path, folder: &str, faults: &mut Vec<String>) {
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    for name in names {
        let path = format!("{folder}/{name}");
        if root.join(&path).is_dir() {
            search(root, &path, faults);
        } else if let Ok(text) = fs::read_to_string(root.join(&path)) {
            let marked = text.lines().enumerate().filter(|(_, line)| line.contains(TODO_MARK));
            faults.extend(marked.map(|(index, line)| {
                let what = line.split(TODO_MARK).nth(1).unwrap_or_default();
                let what = what.trim_start_matches(':').trim().trim_end_matches('"');
                format!("{path}:{}: still to be written: {what}", index + 1)
            }));
        }
    }
}
