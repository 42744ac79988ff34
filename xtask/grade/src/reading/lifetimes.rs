//! The two things that it takes to reach a hole in the compiler (rust-lang/rust#25860), which makes any
//! value of any other in safe code.
//!
//! All its forms have a function in whose signature a lifetime stands twice, and so has a name; and they
//! treat the function as a pointer of another type than its own. No answer that the course knows has
//! both, and it takes little to write one without.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Whether the source names a lifetime, and has the type of a function pointer too.
pub fn meet_a_pointer(tokens: TokenStream) -> bool {
    let mut seen = Seen::default();
    seen.look_at(tokens);
    seen.lifetime && seen.pointer
}

#[derive(Default)]
struct Seen {
    lifetime: bool,
    pointer: bool,
}

impl Seen {
    fn look_at(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (at, token) in tokens.iter().enumerate() {
            if let TokenTree::Group(group) = token {
                self.look_at(group.stream());
            }
            // What is declared has a name behind it, even in a macro; a pointer's type has none.
            let named = matches!(tokens.get(at + 1), Some(TokenTree::Ident(_)));
            self.pointer |= is_word(Some(token), "fn") && !named;
            self.lifetime |= is_lifetime(&tokens[at..])
                && !is_label(at.checked_sub(1).map(|at| &tokens[at]), &tokens[at + 2..]);
        }
    }
}

/// Whether `tokens` begin with a lifetime that somebody named: a quotation mark that is joined to a
/// word.
fn is_lifetime(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Punct(mark), TokenTree::Ident(name), ..] => {
            let joined = mark.as_char() == '\'' && mark.spacing() == Spacing::Joint;
            joined && name != "_" && name != "static"
        }
        _ => false,
    }
}

/// Whether a lifetime between these is a loop's label: `break 'name`, `continue 'name`, `'name: loop`.
fn is_label(before: Option<&TokenTree>, after: &[TokenTree]) -> bool {
    let jumps = is_word(before, "break") || is_word(before, "continue");
    let colon = matches!(after.first(), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    let block = matches!(
        after.get(1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace
    );
    let begins = |word| is_word(after.get(1), word);
    jumps || colon && (block || begins("loop") || begins("while") || begins("for"))
}

fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == word)
}

#[cfg(test)]
mod tests {
    use super::meet_a_pointer;

    #[test]
    fn answers_may_have_one_of_the_two() {
        for source in [
            "fn all<'a>(files: &'a [&'a str]) -> BoxFuture<'a, ()> {}",
            "fn two<'a, 'b>(x: &'a str, y: &'b str) -> &'a str { x }",
            "type Job = Box<dyn for<'a> FnOnce(&'a mut Ledger) -> BoxFuture<'a, ()> + Send>;",
            "type Step = fn(u32) -> u32; const NAME: &'static str = \"x\"; fn f(x: S<'_>) {}",
            "fn f(g: fn()) { 'outer: loop { 'in_: for x in y { break 'outer; } continue 'in_; } }",
            "fn f(g: fn()) { 'block: { break 'block; } let c = ['a', 'b']; }",
        ] {
            assert!(!meet_a_pointer(source.parse().unwrap()), "{source}");
        }
    }

    #[test]
    fn both_are_found_wherever_they_stand() {
        for source in [
            "fn f<'b, T>(_: &'static &'b (), x: &'b T) -> &'static T { x } type P<T> = fn(T) -> T;",
            "fn f<'b>(x: &'b str) { let f: for<'x> fn(_, &'x str) -> &'b str = g; }",
            "fn f(x: fn(&str)) where for<'x> S: T<'x> {}",
            "macro_rules! m { ($l:lifetime $p:tt) => {} } m!('a fn);",
        ] {
            assert!(meet_a_pointer(source.parse().unwrap()), "{source}");
        }
    }
}
