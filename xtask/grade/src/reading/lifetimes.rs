//! How many lifetimes a source names.
//!
//! The hole in the compiler takes a function in whose signature one lifetime is said to outlive another.
//! Answers to this course name one at the most: what it costs an honest one is little.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use std::collections::BTreeSet;
use verdict::text::list;

/// The names, told as a list, when there are two or more. `'_` is nobody's name, and a loop's label no
/// lifetime. `'static` counts only where it is a reference's own beside other names, and not that of a
/// text: only then can it be said to be outlived.
pub fn too_many(tokens: TokenStream) -> Option<String> {
    let mut names = BTreeSet::new();
    collect(tokens, &mut names);
    let names: Vec<String> = names.into_iter().collect();
    (names.len() > 1).then(|| list(&names, 3))
}

fn collect(tokens: TokenStream, names: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            collect(group.stream(), names);
        }
        let Some(name) = lifetime(&tokens[at..]) else { continue };
        let before = at.checked_sub(1).map(|at| &tokens[at]);
        let after = tokens.get(at + 2);
        let counts = match name.as_str() {
            "_" => false,
            "static" => is_punct(before, '&') && !is_word(after, "str"),
            _ => !is_label(before, &tokens[at + 2..]),
        };
        if counts {
            names.insert(format!("'{name}"));
        }
    }
}

/// The name of the lifetime that `tokens` begin with: a quotation mark that is joined to a word.
fn lifetime(tokens: &[TokenTree]) -> Option<String> {
    match tokens {
        [TokenTree::Punct(mark), TokenTree::Ident(name), ..]
            if mark.as_char() == '\'' && mark.spacing() == Spacing::Joint =>
        {
            let name = name.to_string();
            Some(name.strip_prefix("r#").unwrap_or(&name).to_owned())
        }
        _ => None,
    }
}

/// `break 'name`, `continue 'name`, and `'name: loop` and its like.
fn is_label(before: Option<&TokenTree>, after: &[TokenTree]) -> bool {
    let jumps = is_word(before, "break") || is_word(before, "continue");
    let block = |token: Option<&TokenTree>| {
        let braces = proc_macro2::Delimiter::Brace;
        matches!(token, Some(TokenTree::Group(group)) if group.delimiter() == braces)
    };
    let begins = |token| ["loop", "while", "for"].iter().any(|word| is_word(token, word));
    let higher_ranked = is_word(after.get(1), "for") && is_punct(after.get(2), '<');
    let names_a_loop = is_punct(after.first(), ':')
        && !higher_ranked
        && (begins(after.get(1)) || block(after.get(1)));
    jumps || names_a_loop
}

fn is_punct(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == word)
}

#[cfg(test)]
mod tests {
    use super::too_many;

    #[test]
    fn one_name_is_enough_for_an_answer() {
        for source in [
            "fn all<'a>(files: &'a [&'a str]) -> BoxFuture<'a, ()> {}",
            "type Job = Box<dyn for<'a> FnOnce(&'a mut Ledger) -> BoxFuture<'a, ()> + Send>;",
            "struct Line<'a>(&'a Lines); impl Drop for Line<'_> {}",
            "const NAME: &'static str = \"x\"; fn f<'a>(x: &'a str) -> BoxFuture<'static, ()> {}",
            "fn f() { 'outer: loop { 'inner: for x in y { break 'outer; } continue 'inner; } }",
            "fn f<'a>(x: &'a str) { 'block: { break 'block; } }",
            "fn f() { let c = ['a', 'b']; }",
        ] {
            assert_eq!(too_many(source.parse().unwrap()), None, "{source}");
        }
    }

    #[test]
    fn two_names_are_found_wherever_they_stand() {
        for source in [
            "fn f<'a, 'b, T>(_: &'a &'b (), x: &'b T) -> &'a T { x }",
            "fn f<'b, T>(_: &'static &'b (), x: &'b T) -> &'static T { x }",
            "impl<'a> S<'a> { fn f<'b>(&'b self) {} }",
            "macro_rules! m { ($a:lifetime) => {} } m!('a); m!('b);",
            "fn f<T>(x: T) where T: for<'a> F<'a>, for<'b> T: G<'b> {}",
        ] {
            assert!(too_many(source.parse().unwrap()).is_some(), "{source}");
        }
    }
}
