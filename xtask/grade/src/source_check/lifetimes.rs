//! The two things that it takes to reach a hole in the compiler (rust-lang/rust#25860), which makes any
//! value of any other in safe code.
//!
//! All its forms have a function in whose signature a lifetime stands twice, and so has a name; and they
//! treat the function as a pointer of another type than its own. That type is written down, or it is the
//! type of several other functions, and then our function is named where nobody calls it; or ours is a
//! closure, and then a bound tells its signature. No answer that the course knows has both, and it takes
//! little to write one without.

use super::tokens::Tokens;
use std::ops::Range;

/// Whether the source names a lifetime, and has a function pointer too.
pub fn meet_a_pointer(tokens: &Tokens) -> bool {
    are_named(tokens)
        && tokens.each("fn").any(|at| is_pointer(tokens, at) || is_a_value(tokens, at + 1))
        || tokens.each("for").any(|at| is_of_nested_references(tokens, at))
}

/// Whether a lifetime has a name, and not one that Rust gave it. A loop's label is none.
pub fn are_named(tokens: &Tokens) -> bool {
    (0..tokens.len()).any(|at| is_named(tokens, at) && !is_label(tokens, at))
}

fn is_named(tokens: &Tokens, at: usize) -> bool {
    !["", "'_", "'static"].contains(&tokens.lifetime(at))
}

/// Whether the `fn` at `at` stands without a name behind it.
fn is_pointer(tokens: &Tokens, at: usize) -> bool {
    tokens.word(at + 1).is_empty()
}

/// Whether the function that is declared with the name at `at` names a lifetime, and is not only called.
fn is_a_value(tokens: &Tokens, at: usize) -> bool {
    let names = |(parameters, _): (Vec<Range<usize>>, usize)| {
        parameters.into_iter().flatten().any(|at| is_named(tokens, at))
    };
    let is_value = |at: usize| {
        let is_declared = ["fn", "let", "mut"].contains(&tokens.word(at.wrapping_sub(1)));
        !is_declared && !is_call(tokens, at) && !is_imported(tokens, at)
    };
    tokens.arguments(at + 1).is_some_and(names) && tokens.each(tokens.word(at)).any(is_value)
}

/// Whether a call follows the name at `at`: `f(…)`, `f::<…>(…)`.
fn is_call(tokens: &Tokens, at: usize) -> bool {
    let turbofish = tokens.punctuation(at + 1) == ':' && tokens.punctuation(at + 3) == '<';
    let after = match tokens.arguments(at + 3) {
        Some((_, close)) if turbofish => close + 1,
        _ => at + 1,
    };
    tokens.punctuation(after) == '('
}

/// Whether the name at `at` stands in a `use`, and is not called otherwise by it.
fn is_imported(tokens: &Tokens, at: usize) -> bool {
    let in_use = |at: &usize| {
        [':', ',', '{', '}', '*'].contains(&tokens.punctuation(*at))
            || !["", "use"].contains(&tokens.word(*at))
    };
    let begin = (0..at).rev().find(|at| !in_use(at));
    begin.is_some_and(|begin| tokens.word(begin) == "use") && tokens.word(at + 1) != "as"
}

/// Whether the `for` at `at` begins the bound of a closure that takes more of references than one to
/// something that has none: `for<'a, 'b> Fn(&'a &'b str)`.
fn is_of_nested_references(tokens: &Tokens, at: usize) -> bool {
    let Some((lifetimes, close)) = tokens.arguments(at + 1) else { return false };
    let path = |&at: &usize| !tokens.word(at).is_empty() || tokens.punctuation(at) == ':';
    let bound = (close + 1..tokens.len()).take_while(path).count();
    let list = close + 1 + bound;
    let Some((arguments, _)) = tokens.arguments(list) else { return false };
    let nested = |argument: Range<usize>| {
        let simple = match tokens.punctuation(argument.start) {
            '&' => 2,
            _ => 0,
        };
        let borrows = |at| tokens.punctuation(at) == '&' || !tokens.lifetime(at).is_empty();
        argument.skip(simple).any(borrows)
    };
    tokens.punctuation(list) == '(' && !lifetimes.is_empty() && arguments.into_iter().any(nested)
}

/// Whether the lifetime at `at` is a loop's label: `break 'name`, `continue 'name`, `'name: loop`.
fn is_label(tokens: &Tokens, at: usize) -> bool {
    let jumps = ["break", "continue"].contains(&tokens.word(at.wrapping_sub(1)));
    let begins = ["loop", "while", "for"].contains(&tokens.word(at + 2));
    jumps || tokens.punctuation(at + 1) == ':' && (begins || tokens.punctuation(at + 2) == '{')
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Tokens;

    fn meet_a_pointer(source: &str) -> bool {
        super::meet_a_pointer(&Tokens::of(source).unwrap())
    }

    #[test]
    fn answers_may_have_one_of_the_two() {
        for source in [
            "fn all<'a>(files: &'a [&'a str]) -> BoxFuture<'a, ()> {}",
            "fn two<'a, 'b>(x: &'a str, y: &'b str) -> &'a str { x }",
            "type Job = Box<dyn for<'a> FnOnce(&'a mut Ledger) -> BoxFuture<'a, ()> + Send>;",
            "type Step = fn(u32) -> u32; const NAME: &'static str = \"x\"; fn f(x: S<'_>) {}",
            "fn f(g: fn()) { 'outer: loop { 'in_: for x in y { break 'outer; } continue 'in_; } }",
            "fn rest<'a>(x: &'a mut u8) -> BoxFuture<'a, ()> { async { rest(x).await; rest::<'a>(x) } }",
            "fn each<'a>(x: &'a str) -> &'a str { x.lines().map(str::trim).map(trim) } fn trim(x: &str) {}",
            "mod m { pub fn f<'a>(x: &'a u8) {} } use m::{a, f}; fn g() { f(1); } mod n { fn f<'a>() {} }",
            "fn f<F>(f: F) where F: for<'a> std::ops::FnOnce(&'a mut Ledger, &str) -> Fut<'a, Out> {}",
            "fn f<T: for<'de> Deserialize<'de>>(x: impl for<'a> Of<'a, &'a &'a ()>) {}",
            "impl<'a> Stream for Line<'a> { type Item = &'a str; fn next(&self) -> Self::Item {} }",
            "fn f(g: fn()) { 'block: { break 'block; } let c = ['a', 'b']; }",
        ] {
            assert!(!meet_a_pointer(source), "{source}");
        }
    }

    #[test]
    fn both_are_found_wherever_they_stand() {
        for source in [
            "fn f<'b, T>(_: &'static &'b (), x: &'b T) -> &'static T { x } type P<T> = fn(T) -> T;",
            "fn f<'b>(x: &'b str) { let f: for<'x> fn(_, &'x str) -> &'b str = g; }",
            "fn f(x: fn(&str)) where for<'x> S: T<'x> {}",
            "fn f<'r#b>(x: fn(&'r#b str)) {}",
            "fn f<'a, 'b, T>(_: &'a &'b (), x: &'b T) -> &'a T { x } fn g() { p = f::<u8>; }",
            "fn f<'a, 'b>(_: &'a &'b (), x: &'b u8) -> &'a u8 { x } fn g() { p[0] = Self::f; }",
            "mod m { pub fn f<'a>(x: &'a u8) {} } use m::{f as g};",
            "fn f<F: for<'a, 'b> Fn(&'a &'b (), &'b u8) -> &'a u8>(f: F) -> F { f }",
            "fn f<F: for<'b> Fn(Lasting<&'b ()>, &'b u8) -> &'static u8>(f: F) -> F { f }",
            "fn f<F: for<'b> Fn(&&'b (), &'b u8) -> &'static u8>(f: F) -> F { f }",
            "fn f(f: impl for<'a> core::ops::FnMut(&'static S<'a>, &'a u8) -> &'static u8) {}",
        ] {
            assert!(meet_a_pointer(source), "{source}");
        }
    }
}
