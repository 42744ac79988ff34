//! The public functions of an answer, by which its tests call it.

use crate::course::{Course, Exercise};
use std::fs;
use std::path::Path;

/// The signatures of the skeleton that the answer in this file doesn't have as they were there.
pub fn missing(course: &Course, exercise: &Exercise, answer: &Path) -> Vec<String> {
    let start = course.root().join(exercise.solution()).join("start.rs");
    let read = |file: &Path| signatures(&fs::read_to_string(file).unwrap_or_default());
    let there = read(answer);
    read(&start).into_iter().filter(|signature| !there.contains(signature)).collect()
}

/// Each in one line. Whether a parameter is `mut` is nobody's affair but the function's own.
fn signatures(source: &str) -> Vec<String> {
    let starts = source.match_indices("pub ").filter(|(at, word)| {
        let rest = &source[at + word.len()..];
        rest.starts_with("fn ") || rest.starts_with("async fn ")
    });
    let whole = starts.filter_map(|(at, _)| source[at..].split('{').next());
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = |text: &str| {
        let text = one_line(text).replace("( ", "(").replace(", )", ")");
        text.replace("(mut ", "(").replace(" mut ", " ").trim_end_matches(',').to_owned()
    };
    whole.map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_one_line_whatever_its_layout() {
        let source = "use tea;\n\npub async fn brew<F>(\n    mut cups: u32,\n    f: F,\n) -> u32\nwhere\n    \
                      F: Fn(),\n{\n    private()\n}\n\nfn private() {}\n\npub fn pot() {}\n";
        assert_eq!(
            signatures(source),
            ["pub async fn brew<F>(cups: u32, f: F) -> u32 where F: Fn()", "pub fn pot()"]
        );
    }
}
