//! What a refusal of the compiler usually means, where it is a classic of async Rust.
//!
//! The compiler tells of types and traits, and a beginner asks what to do. Each [`Refusal`] is known by the
//! error's code and by words of the compiler's own, and has a section in `docs/words.md`. Where several fit,
//! the first does.

mod catalogue;
mod syntax;

use crate::compiler::Diagnostic;

/// A mistake that the compiler refuses, and the way out.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    pub key: &'static str,
    /// The codes of the errors that may be about it; empty for those without one.
    codes: &'static [&'static str],
    /// Of each of these, one is in what the compiler says.
    says: &'static [&'static [&'static str]],
    /// In a few sentences. `{crates}` stands for those that the exercise's answer may use.
    meaning: &'static str,
    /// The section of `docs/words.md` that tells more.
    pub word: &'static str,
}

impl Refusal {
    /// In words, to somebody whose answer may use these crates.
    pub fn meaning(&self, crates: &[String]) -> String {
        self.meaning.replace("{crates}", &verdict::text::list(crates, crates.len()))
    }

    fn is_of(&self, code: Option<&str>, said: &str) -> bool {
        let is_said = |any: &&[&str]| any.iter().any(|words| said.contains(words));
        self.codes.contains(&code.unwrap_or_default()) && self.says.iter().all(is_said)
    }
}

/// What `said` usually means, where that is sure.
pub fn of(said: &Diagnostic) -> Option<&'static Refusal> {
    let code = said.code.as_deref();
    let with_code_lines = format!("{}\n{}", said.words, said.code_lines);
    let of_syntax = syntax::ALL.iter().find(|refusal| refusal.is_of(code, &with_code_lines));
    of_syntax.or_else(|| catalogue::ALL.iter().find(|refusal| refusal.is_of(code, &said.words)))
}

/// What an answer that was refused failed at, in a word.
pub fn key(said: &[Diagnostic]) -> &'static str {
    match of_answer(said) {
        Some((_, refusal)) => refusal.key,
        None if said.iter().all(|said| said.in_tests || !said.is_error) => OTHER_SIGNATURE,
        None => "does-not-compile",
    }
}

/// The key of an answer that compiles, but not with the tests that call it.
const OTHER_SIGNATURE: &str = "other-signature";

/// The first error in the answer itself of which that is sure, and what it means.
pub fn of_answer(said: &[Diagnostic]) -> Option<(&Diagnostic, &'static Refusal)> {
    // That a future contains itself comes out where tests use it.
    let is_own = |said: &&Diagnostic| !said.in_tests || said.code.as_deref() == Some("E0391");
    let mut errors = said.iter().filter(|said| said.is_error).filter(is_own);
    errors.find_map(|error| Some((error, of(error)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::verify::header;
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = &'static Refusal> {
        syntax::ALL.iter().chain(catalogue::ALL)
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
        for Refusal { key, word, .. } in all() {
            assert!(words.contains(&format!("\n## {word}\n")), "{key}: no section {word}");
        }
    }
}
