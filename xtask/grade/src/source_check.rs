//! Checks a submission's source before it is linked for its grade.
//!
//! `-F unsafe_code` closes most ways around the judge. These are the rest: on Rust 1.95 a naked
//! function passes that lint, and its assembler can place code that runs before `main`; whoever has a
//! panic hook decides which panics the judge hears of; holes in the compiler make any value of any
//! other; and whoever writes a `given` of their own decides what the tests are told.

mod given_code;
mod lifetimes;
mod macros;
mod tokens;
mod trait_objects;

use tokens::Tokens;

/// Words that no exercise is about, each with what it stands for.
const NO_PLACE: [(&str, &str); 9] = [
    ("naked_asm", "assembler"),
    ("global_asm", "assembler"),
    ("asm", "assembler"),
    ("unsafe", "unsafe code"),
    // `extern crate self as lab;` would change what the story's own code means by the name.
    ("extern", "a crate or function of elsewhere"),
    ("set_hook", "a panic hook"),
    ("take_hook", "a panic hook"),
    ("update_hook", "a panic hook"),
    ("global_allocator", "an allocator"),
];

/// Why `source` is not accepted, for its author; `None` when nothing is wrong with it. It must be
/// something that the compiler takes: of anything else the compiler is the better teacher.
pub fn objection(source: &str, has_given: bool) -> Option<String> {
    let tokens = match Tokens::of(source) {
        Ok(tokens) => tokens,
        Err(what) => {
            return Some(format!("src/lib.rs cannot be graded as it is: leave out {what}."));
        }
    };
    let no_place = |at| NO_PLACE.into_iter().find(|(word, _)| *word == tokens.word(at));
    if let Some((word, what)) = (0..tokens.len()).find_map(no_place) {
        return Some(format!("src/lib.rs uses {word}: {what} has no place in an answer."));
    }
    if let Some(what) = macros::meet(&tokens) {
        return Some(format!(
            "src/lib.rs has a macro of its own beside {what}: write a function in place of the macro."
        ));
    }
    if lifetimes::meet_a_pointer(&tokens) {
        return Some(
            "src/lib.rs names a lifetime and has a function pointer, or a function where a pointer can \
             be made of it. With both a known hole in the compiler can be reached: call the function in a \
             closure (`|x| f(x)`), or leave the lifetime to the compiler."
                .to_owned(),
        );
    }
    if let Some(what) = trait_objects::objection(&tokens) {
        return Some(format!("src/lib.rs {what}."));
    }
    if has_given && !given_code::comes_first(&tokens) {
        return Some(
            "src/lib.rs no longer begins with the line `pub mod given;` (only `use` may stand before \
             it): the story's own code is in that file, and the tests stand on it."
                .to_owned(),
        );
    }
    None
}

#[cfg(test)]
mod tests {
    use super::objection;
    use std::fs;
    use std::path::{Path, PathBuf};

    #[test]
    fn assembler_is_found_however_it_is_spelled() {
        for source in [
            "#[naked] fn f() { core::arch::naked_asm!(\"ret\") }",
            "use core::arch::r#naked_asm as quiet;",
            "macro_rules! m { ($a:ident) => { core::arch::$a!(\"\"); } } m!(global_asm);",
            "fn f() { vec![1, { std::arch::asm!(\"nop\"); 2 }]; }",
        ] {
            let said = objection(source, false).expect(source);
            assert!(said.contains("assembler"), "{said}");
        }
        let harmless = "/// global_asm\nfn naked() -> &'static str { \"naked_asm!()\" }";
        assert_eq!(objection(harmless, false), None);
    }

    #[test]
    fn what_decides_over_the_judge_has_no_place() {
        for (source, what) in [
            ("fn f() { std::panic::set_hook(Box::new(|_| {})) }", "panic hook"),
            ("use std::panic::{r#take_hook as quiet};", "panic hook"),
            ("macro_rules! m { ($($t:tt)*) => {} } m!(unsafe { x });", "unsafe code"),
            ("m!('r\"\\\" \"); fn f() { std::panic::set_hook(g) } m!('\"'a);", "panic hook"),
            ("#!/bin/sh r#\"\nfn f() {}\n// \"#", "first line"),
            ("macro_rules! m { ($t:tt) => {} } m!('a);", "macro of its own"),
            ("fn f<T: ?Sized>() {}", "?Sized"),
            ("extern crate self as lab;", "extern"),
            ("#[global_allocator] static A: std::alloc::System = std::alloc::System;", "allocator"),
            ("fn f<'a>(x: &'a str) -> &'a str { (f as fn(_) -> _)(x) }", "names a lifetime"),
        ] {
            let said = objection(source, false).expect(source);
            assert!(said.contains(what), "{said}");
        }
    }

    #[test]
    fn the_story_is_the_courses_own() {
        assert_eq!(objection("/// The world.\npub mod given;\nfn f() {}", true), None);
        let said = objection("macro_rules! format { () => {} } pub mod given;", true);
        assert!(said.is_some_and(|said| said.contains("pub mod given;")));
    }

    /// Honest answers pay for nothing of this.
    #[test]
    fn every_answer_that_the_course_has_is_accepted() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let names = |place: &Path| -> Vec<PathBuf> {
            let all = fs::read_dir(place).unwrap_or_else(|e| panic!("{}: {e}", place.display()));
            all.map(|entry| entry.unwrap().path()).collect()
        };
        let mut read = 0;
        for home in names(&root.join("solutions")) {
            let exercise = root.join("exercises").join(home.file_name().unwrap());
            let has_given = exercise.join("src/given.rs").exists();
            let mut answers = vec![home.join("src/lib.rs"), exercise.join("src/lib.rs")];
            answers.extend(["right", "wrong"].iter().flat_map(|kind| names(&home.join(kind))));
            for answer in answers {
                let source = fs::read_to_string(&answer).unwrap();
                assert_eq!(objection(&source, has_given), None, "{}", answer.display());
                read += 1;
            }
        }
        assert!(read > 300, "{read} were read");
    }
}
