//! What it takes to have two meanings for one associated type (rust-lang/rust#57893 and #152783, and
//! #84591, #100051 and #152489 by way of lifetimes), which makes any value of any other in safe code.
//!
//! All known forms have a type `dyn Trait` that answers for the associated type itself, and the answer
//! says otherwise for the same type: in a trait of its own, or in one of somebody else's that takes a
//! type of its own as an argument. Those by way of lifetimes have a trait of their own with more to it
//! than functions.

use super::lifetimes;
use super::tokens::Tokens;

/// Bounds that a trait of an answer may have: they have no associated types.
const PLAIN: [&str; 8] = ["Send", "Sync", "Sized", "Unpin", "Clone", "Copy", "Debug", "Display"];

/// What an answer has of that, for its author, with what to write instead.
pub fn objection(tokens: &Tokens) -> Option<&'static str> {
    if (0..tokens.len()).any(|at| is_relaxed_bound(tokens, at)) {
        return Some(
            "has ?Sized, with which a known hole in the compiler can be reached: leave it out",
        );
    }
    let objects = tokens.has("dyn");
    if objects && (0..tokens.len()).any(|at| fixes_both(tokens, at)) {
        return Some(
            "has dyn, and a trait with both a type argument and an associated type. With both a known \
             hole in the compiler can be reached: take a generic type or an enum in place of dyn",
        );
    }
    let elaborate = tokens.each("trait").any(|at| !is_plain(tokens, at));
    if elaborate && (objects || lifetimes::are_named(tokens)) {
        return Some(
            "has dyn or names a lifetime, and declares a trait with parameters, supertraits or types of \
             its own. With both a known hole in the compiler can be reached: let the trait have nothing \
             but functions, or write functions without a trait",
        );
    }
    None
}

/// Whether a `?` is none that asks for a result: `T: ?Sized`. An answer can call `Sized` otherwise.
fn is_relaxed_bound(tokens: &Tokens, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let bound = ["impl", "dyn"].contains(&tokens.word(before))
        || [':', '+', '(', ',', '=', '<', '>'].contains(&tokens.punctuation(before));
    tokens.punctuation(at) == '?' && bound
}

/// Whether a `<…>` begins at `at` that has an argument and says what an associated type is too:
/// `Index<Key, Output = Value>`.
fn fixes_both(tokens: &Tokens, at: usize) -> bool {
    if tokens.punctuation(at) != '<' {
        return false;
    }
    let Some((arguments, _)) = tokens.arguments(at) else { return false };
    let fixed = arguments.iter().filter(|argument| {
        let is = tokens.punctuation(argument.start + 1) == '=';
        let named = !tokens.word(argument.start).is_empty();
        is && named && !['=', '>'].contains(&tokens.punctuation(argument.start + 2))
    });
    (1..arguments.len()).contains(&fixed.count())
}

/// Whether the trait that is declared at `at` has nothing but functions and constants.
fn is_plain(tokens: &Tokens, at: usize) -> bool {
    let mut body = at + 2;
    if tokens.punctuation(body) == ':' {
        body += 1;
        let bound = |at| PLAIN.contains(&tokens.word(at)) || tokens.lifetime(at) == "'static";
        while bound(body) || tokens.punctuation(body) == '+' {
            body += 1;
        }
    }
    tokens.punctuation(body) == '{'
        && (body..tokens.closing(body)).all(|at| tokens.word(at) != "type")
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Tokens;

    fn objection(source: &str) -> Option<&'static str> {
        super::objection(&Tokens::of(source).unwrap())
    }

    #[test]
    fn objects_and_traits_of_every_day_are_accepted() {
        for source in [
            "type Work = Pin<Box<dyn Future<Output = Result<u32, Error>> + Send>>;",
            "type Job = Box<dyn for<'a> FnOnce(&'a mut Ledger) -> BoxFuture<'a, ()> + Send>;",
            "trait Step: Send + Sync + 'static { async fn go(&self) -> u32; } fn f(x: &dyn Step) {}",
            "trait Step: Future<Output = u32> { type Of; } fn f(x: impl Step) {}",
            "fn f(x: impl Sink<u32, Error = Closed>) -> Result<u32, E> { g()?; h(x?) }",
            "fn f(x: Box<dyn Show>) { if a < b && c > d { x = y } } fn g<T, const N: usize>() {}",
            "fn f(x: &dyn Show) { for x in v.iter().map(|x| x < 3).collect::<Vec<_>>() { a = (b, c) } }",
            "fn f(x: &dyn A) { let t: HashMap<u32, Box<dyn Future<Output = ()>>> = m; [g()?, k(a)?]; }",
        ] {
            assert_eq!(objection(source), None, "{source}");
        }
    }

    #[test]
    fn what_leads_to_the_hole_is_not() {
        for source in [
            "fn f<T: ?Sized>() {}",
            "fn f<T>() where T: Send + ?std::marker::Sized {}",
            "fn f(x: &(impl ?S)) {}",
            "type X = dyn Index<Wrap<i32>, Output = Vec<u8>>;",
            "type X = dyn (Index::<&'static [u8; 3], Output = fn() -> u8>);",
            "trait Own: Index<Key, Output = u8> {} type X = dyn Own;",
            "trait Own: Index<Key> {} type X = dyn Own<Output = u8>;",
            "trait Own<T> { fn f(&self); } type X = dyn Own<u8>;",
            "trait Own { fn f(&self); type Out; } type X = dyn Own<Out = u8>;",
            "trait Own where Self: Iterator {} type X = dyn Own<Item = u8>;",
            "trait Sub<'a, 'b, R>: Super<'a, 'b> {}",
            "r#trait Own<T> {} type X = r#dyn Own;",
        ] {
            assert!(objection(source).is_some(), "{source}");
        }
    }
}
