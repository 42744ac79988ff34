//! What a refusal of the compiler usually means, where it is a classic of async Rust.
//!
//! The compiler tells of types and traits, and a beginner asks what to do. Each [`KnownError`] is known by the
//! error's code, by words of the compiler's own and by the lines that it points at, and has a section in
//! `docs/words.md`. Where several fit, the first does.

mod channels;
mod futures;
mod given;
mod imports;
mod names;
mod ownership;
mod results;
mod syntax;
mod types;

use crate::compiler::Diagnostic;
use crate::course::Exercise;
use given::Given;

/// A mistake that the compiler refuses, and the way out.
#[derive(Debug, PartialEq, Eq)]
pub struct KnownError {
    pub key: &'static str,
    /// The codes of the errors that may be about it; empty for those without one.
    codes: &'static [&'static str],
    /// Of each of these, one is in what the compiler says or in the lines of code that it points at.
    says: &'static [&'static [&'static str]],
    /// In a few sentences. `{crates}` stands for those that the exercise's answer may use, `{definition}` for
    /// what the exercise gives.
    meaning: &'static str,
    /// The section of `docs/words.md` that tells more.
    pub word: &'static str,
}

/// By theme. Those on what people know from other languages come first: the compiler's words about these are
/// only guesses.
const THEMES: [&[KnownError]; 7] = [
    syntax::ALL,
    ownership::ALL,
    futures::ALL,
    names::ALL,
    channels::ALL,
    results::ALL,
    types::ALL,
];

/// An error, and what it means.
pub struct Explained<'a> {
    pub error: &'a Diagnostic,
    pub meaning: String,
    pub word: &'static str,
}

impl KnownError {
    fn is_of(&self, code: Option<&str>, said: &str) -> bool {
        let is_said = |any: &&[&str]| any.iter().any(|words| said.contains(words));
        self.codes.contains(&code.unwrap_or_default()) && self.says.iter().all(is_said)
    }

    /// In words, of this `error` among `all`; `None` where nothing certain can be said.
    fn meaning(
        &self,
        error: &Diagnostic,
        all: &[Diagnostic],
        exercise: &Exercise,
    ) -> Option<String> {
        let given = Given::of(exercise);
        let crates = &exercise.dependencies;
        let general =
            || self.meaning.replace("{crates}", &verdict::text::list(crates, crates.len()));
        match self.key {
            "not-imported" | "macro-not-imported" | "missing-crate" | "not-in-std"
            | "unresolved-import" => imports::missing(own_errors(all), &given),
            "not-in-module" => imports::elsewhere(error, &given),
            "variant-alone" => imports::case(error, &given),
            "unknown-member" => return imports::definition(error, &given),
            "private" => {
                let where_else = || imports::elsewhere(error, &given);
                let more = imports::definition(error, &given).or_else(where_else);
                more.map(|it| format!("{} {it}", general()))
            }
            _ => None,
        }
        .or_else(|| Some(general()))
    }
}

/// What `said` usually means, where that is sure.
pub fn of(said: &Diagnostic) -> Option<&'static KnownError> {
    let words = format!("{}\n{}", said.words, said.code_lines);
    THEMES.into_iter().flatten().find(|refusal| refusal.is_of(said.code.as_deref(), &words))
}

/// What an answer that was refused failed at, in a word.
pub fn key(said: &[Diagnostic]) -> &'static str {
    match of_answer(said) {
        Some((_, refusal)) => refusal.key,
        None if said.iter().all(|said| said.in_tests || !said.is_error) => OTHER_SIGNATURE,
        None => "does-not-compile",
    }
}

/// Whether the answer compiles, but not with the tests that call it.
pub fn is_only_unlike(said: &[Diagnostic]) -> bool {
    key(said) == OTHER_SIGNATURE
}

/// The key of an answer that compiles, but not with the tests that call it.
const OTHER_SIGNATURE: &str = "other-signature";

/// The first error in the answer itself of which that is sure, and what it means.
fn of_answer(said: &[Diagnostic]) -> Option<(&Diagnostic, &'static KnownError)> {
    own_errors(said).find_map(|error| Some((error, of(error)?)))
}

/// The first error in the answer itself that can be explained, explained.
pub fn explained<'a>(said: &'a [Diagnostic], exercise: &Exercise) -> Option<Explained<'a>> {
    own_errors(said).find_map(|error| {
        let refusal = of(error)?;
        let meaning = refusal.meaning(error, said, exercise)?;
        Some(Explained { error, meaning, word: refusal.word })
    })
}

fn own_errors(said: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    // That a future contains itself comes out where tests use it.
    let is_own = |said: &&Diagnostic| !said.in_tests || said.code.as_deref() == Some("E0391");
    said.iter().filter(|said| said.is_error).filter(is_own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::verify::header;
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = &'static KnownError> {
        THEMES.into_iter().flatten()
    }

    #[test]
    fn every_refusal_is_shown_by_some_answer_of_the_course() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let mut shown = BTreeSet::new();
        for home in std::fs::read_dir(root.join("solutions")).unwrap().flatten() {
            for answer in std::fs::read_dir(home.path().join("refused")).into_iter().flatten() {
                shown.extend(header(&answer.unwrap().path()).unwrap().into_keys());
            }
        }
        let never: Vec<&str> =
            all().map(|refusal| refusal.key).filter(|key| !shown.contains(*key)).collect();
        assert!(never.is_empty(), "{never:?}");
    }

    #[test]
    fn every_refusal_has_a_key_of_its_own_and_a_section() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let words = std::fs::read_to_string(root.join("docs/words.md")).unwrap();
        let keys: BTreeSet<&str> = all().map(|refusal| refusal.key).collect();
        assert_eq!(keys.len(), all().count());
        for KnownError { key, word, .. } in all() {
            assert!(words.contains(&format!("\n## {word}\n")), "{key}: no section {word}");
        }
    }
}
