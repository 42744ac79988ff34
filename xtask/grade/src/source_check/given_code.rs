//! Checks that the story's own code is the course's: the tests depend on it.

use super::tokens::Tokens;

/// Whether the line `pub mod given;` comes before everything but `use`. What is imported does not get
/// into that file, but a macro that stands before it does, and may be called `format`.
///
/// Two modules of one name do not compile, so there is no other `given`.
pub fn comes_first(tokens: &Tokens) -> bool {
    let mut at = 0;
    // What is said of the whole file: `#![…]`.
    while tokens.punctuation(at) == '#' && tokens.punctuation(at + 1) == '!' {
        at = tokens.closing(at + 2) + 1;
    }
    loop {
        let begin = at;
        while tokens.punctuation(at) == '#' {
            at = tokens.closing(at + 1) + 1;
        }
        let attributes = at > begin;
        let is_public = tokens.word(at) == "pub";
        at += usize::from(is_public);
        let limited = is_public && tokens.punctuation(at) == '(';
        if limited {
            at = tokens.closing(at) + 1;
        }
        if tokens.word(at) != "use" {
            let declares = tokens.word(at) == "mod" && tokens.word(at + 1) == "given";
            let of_a_file = tokens.punctuation(at + 2) == ';';
            return declares && of_a_file && is_public && !limited && !attributes;
        }
        while at < tokens.len() && tokens.punctuation(at) != ';' {
            at += 1;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Tokens;

    fn first(source: &str) -> bool {
        super::comes_first(&Tokens::of(source).unwrap())
    }

    #[test]
    fn only_imports_may_stand_before_it() {
        for source in [
            "//! Hello.\n\n/// The world.\npub mod given;\nfn f() {}",
            "#![allow(unused)]\nuse std::rc::Rc;\npub mod given;\nfn f() {}",
            "#[allow(unused)] use std::{rc::Rc, fmt::{self}}; pub(crate) use x as y; pub mod given;",
        ] {
            assert!(first(source), "{source}");
        }
        for source in [
            "",
            "fn f() {}",
            "mod given;",
            "pub(crate) mod given;",
            "pub mod given { pub struct Report; }",
            "#[path = \"mine.rs\"] pub mod given;",
            "macro_rules! format { () => {} } pub mod given;",
            "format! {} pub mod given;",
            "#[cfg(any())] pub mod given; mod other { pub mod given {} } pub use other::given_code;",
            "mod inner { pub mod given; }",
            "use x",
            "#[",
        ] {
            assert!(!first(source), "{source}");
        }
    }
}
