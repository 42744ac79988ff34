//! A submission's source, read before it is compiled for its grade.
//!
//! `-F unsafe_code` closes most ways around the judge. These are the rest: on Rust 1.95 a naked
//! function passes that lint, and its assembler can place code that runs before `main`; whoever has a
//! panic hook decides which panics the judge hears of; a hole in the compiler (rust-lang/rust#25860)
//! makes any value of any other, by a function that is treated as another; and whoever writes a `given` of
//! their own decides what the tests are told.

mod lifetimes;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Item, Visibility};

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
    let Ok(file) = syn::parse_file(source) else {
        return Some(
            "The compiler takes src/lib.rs, but the grader cannot read it. Leave out syntax that \
             is newer than the course."
                .to_owned(),
        );
    };
    let tokens: TokenStream = match source.parse() {
        Ok(tokens) => tokens,
        // A file of Rust is tokens: whoever could parse it could split it.
        Err(error) => return Some(format!("src/lib.rs cannot be read: {error}")),
    };
    if let Some((word, what)) = out_of_place(tokens.clone()) {
        return Some(format!("src/lib.rs uses {word}: {what} has no place in an answer."));
    }
    if lifetimes::meet_a_pointer(tokens) {
        return Some(
            "src/lib.rs names a lifetime and has a function pointer. With both a known hole in the \
             compiler can be reached: take a closure or a generic type in place of the pointer, or leave \
             the lifetime to the compiler."
                .to_owned(),
        );
    }
    // What is imported does not get into it, but a macro that stands before it does, and may be called
    // `format`.
    let first = file.items.iter().find(|item| !matches!(item, Item::Use(_)));
    if has_given && !first.is_some_and(declares_given) {
        return Some(
            "src/lib.rs no longer begins with the line `pub mod given;` (only `use` may stand before \
             it): the story's own code is in that file, and the tests stand on it."
                .to_owned(),
        );
    }
    None
}

/// Such a word anywhere in it, in the arguments of macros too: an identifier cannot be made of anything
/// but itself.
fn out_of_place(tokens: TokenStream) -> Option<(&'static str, &'static str)> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(word) => {
            let word = word.to_string();
            let word = word.strip_prefix("r#").unwrap_or(&word);
            NO_PLACE.into_iter().find(|(known, _)| *known == word)
        }
        TokenTree::Group(group) => out_of_place(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => None,
    })
}

/// Whether an item is `pub mod given;` and nothing else. Two modules of one name do not compile, so
/// there is no other.
fn declares_given(item: &Item) -> bool {
    let Item::Mod(module) = item else { return false };
    module.ident == "given"
        && module.content.is_none()
        && matches!(module.vis, Visibility::Public(_))
        && module.attrs.iter().all(is_comment)
}

fn is_comment(attribute: &Attribute) -> bool {
    attribute.path().is_ident("doc")
}

#[cfg(test)]
mod tests {
    use super::objection;

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
        assert_eq!(
            objection("//! Hello.\n\n/// The world.\npub mod given;\nfn f() {}", true),
            None
        );
        assert_eq!(objection("use std::rc::Rc;\npub mod given;\nfn f() {}", true), None);
        for source in [
            "fn f() {}",
            "mod given;",
            "pub mod given { pub struct Report; }",
            "#[path = \"mine.rs\"] pub mod given;",
            "macro_rules! format { () => {} } pub mod given;",
            "#[cfg(any())] pub mod given; mod other { pub mod given {} } pub use other::given;",
            "mod inner { pub mod given; }",
        ] {
            let said = objection(source, true).expect(source);
            assert!(said.contains("pub mod given;"), "{source}: {said}");
        }
    }
}
