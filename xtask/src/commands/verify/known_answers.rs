//! The answers that the course keeps to an exercise, and what their first lines say.

use crate::course::{Course, Exercise};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What an answer is kept for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Where learners begin.
    Skeleton,
    /// The one that they are shown.
    Solution,
    /// Another that must pass.
    Right,
    /// One that must not.
    Wrong,
    /// One that the compiler must refuse.
    Refused,
}

/// One answer, from file to verdict.
pub(super) struct Answer {
    pub(super) kind: Kind,
    /// From the course's root.
    pub(super) name: String,
    pub(super) file: PathBuf,
}

/// The promises that a wrong answer says it breaks, each with words of the message, from its first
/// line: `//! What the mistake is. | promise: "words" | another: "words"`. Of an answer that is refused, the
/// key of what for takes the place of a promise.
pub fn header(file: &Path) -> Result<BTreeMap<String, String>, String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let first = text.lines().next().unwrap_or_default();
    let mut parts = first.strip_prefix("//! ").unwrap_or_default().split(" | ");
    let mistake = parts.next().unwrap_or_default();
    let mut named = BTreeMap::new();
    let mut sound = !mistake.is_empty();
    for part in parts {
        let quoted = part.split_once(": \"").and_then(|(promise, words)| {
            Some((promise.trim().to_owned(), words.trim().strip_suffix('"')?.to_owned()))
        });
        // Empty words would be in every message, and of a promise named twice only the last counted.
        sound &= quoted.is_some_and(|(promise, words)| {
            !words.is_empty() && named.insert(promise, words).is_none()
        });
    }
    if !sound || named.is_empty() {
        return Err(
            "its first line must read: //! The mistake. | promise: \"words of its message\""
                .to_owned(),
        );
    }
    Ok(named)
}

/// What the course keeps for an exercise, in the order of the report.
pub(super) fn answers(course: &Course, exercise: &Exercise) -> Vec<Answer> {
    let home = exercise.solution();
    let answer = |kind, path: String| Answer { kind, file: course.root().join(&path), name: path };
    let mut answers = vec![
        answer(Kind::Skeleton, format!("{home}/start.rs")),
        answer(Kind::Solution, format!("{home}/src/lib.rs")),
    ];
    for (kind, folder) in
        [(Kind::Wrong, "wrong"), (Kind::Right, "right"), (Kind::Refused, "refused")]
    {
        let path = format!("{home}/{folder}");
        let entries = fs::read_dir(course.root().join(&path)).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.retain(|name| name.ends_with(".rs"));
        names.sort();
        answers.extend(names.into_iter().map(|name| answer(kind, format!("{path}/{name}"))));
    }
    answers.retain(|answer| answer.file.is_file());
    answers
}
