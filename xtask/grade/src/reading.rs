//! A submission's source, read before it is compiled for its grade.
//!
//! `-F unsafe_code` closes most ways around the judge. These are the rest: on Rust 1.95 a naked
//! function passes that lint, and its assembler can place code that runs before `main`; and whoever
//! writes a `given` of their own decides what the tests are told.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, Item, Visibility};

/// Macros of assembler: no exercise is about them.
const ASSEMBLER: [&str; 3] = ["naked_asm", "global_asm", "asm"];

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
    if let Some(word) = assembler(tokens) {
        return Some(format!("src/lib.rs uses {word}: assembler has no place in an answer."));
    }
    if has_given && !file.items.iter().any(declares_given) {
        return Some(
            "src/lib.rs no longer has the line `pub mod given;`, with which it begins: the story's \
             own code is in that file, and the tests stand on it."
                .to_owned(),
        );
    }
    None
}

/// A word of assembler anywhere in it, in the arguments of macros too: an identifier cannot be made
/// of anything but itself.
fn assembler(tokens: TokenStream) -> Option<&'static str> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Ident(word) => {
            let word = word.to_string();
            let word = word.strip_prefix("r#").unwrap_or(&word);
            ASSEMBLER.into_iter().find(|known| *known == word)
        }
        TokenTree::Group(group) => assembler(group.stream()),
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
            "#[unsafe(naked)] extern \"C\" fn f() { core::arch::naked_asm!(\"ret\") }",
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
    fn the_story_is_the_courses_own() {
        assert_eq!(
            objection("//! Hello.\n\n/// The world.\npub mod given;\nfn f() {}", true),
            None
        );
        for source in [
            "fn f() {}",
            "mod given;",
            "pub mod given { pub struct Report; }",
            "#[path = \"mine.rs\"] pub mod given;",
            "#[cfg(any())] pub mod given; mod other { pub mod given {} } pub use other::given;",
            "mod inner { pub mod given; }",
        ] {
            let said = objection(source, true).expect(source);
            assert!(said.contains("pub mod given;"), "{source}: {said}");
        }
    }
}
