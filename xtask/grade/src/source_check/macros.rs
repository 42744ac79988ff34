//! Checks what an answer may not have beside macros of its own.
//!
//! What is told by its place in the source is told wrongly where a macro may take the words apart and
//! put them together otherwise.

use super::tokens::Tokens;

const BESIDE_NONE: [&str; 3] = ["Sized", "dyn", "trait"];

/// What stands in the source beside `macro_rules!` and may not.
pub fn meet(tokens: &Tokens) -> Option<&'static str> {
    if !tokens.has("macro_rules") {
        return None;
    }
    let lifetime = |at: usize| !["", "'_", "'static"].contains(&tokens.lifetime(at));
    let word = BESIDE_NONE.into_iter().find(|word| tokens.has(word));
    word.or((0..tokens.len()).any(lifetime).then_some("a lifetime or a label"))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Tokens;

    fn meet(source: &str) -> Option<&'static str> {
        super::meet(&Tokens::of(source).unwrap())
    }

    #[test]
    fn a_macro_may_not_take_apart_what_is_looked_for() {
        let harmless =
            "macro_rules! all { ($($x:expr),*) => { vec![$($x),*] } } fn f(x: &'static str) {}";
        assert_eq!(meet(harmless), None);
        assert_eq!(meet("fn f<'a>(x: &'a dyn Show) {}"), None);
        for source in [
            "macro_rules! m { ($f:tt $n:ident $($t:tt)*) => { type P = $f $($t)*; } } m!(fn f ('a));",
            "macro_rules! m { ($l:lifetime : $b:tt) => { fn f<$l>(x: &$l u8) {} } } m!('a: {});",
            "macro_rules! m { ($q:tt x $s:tt) => { fn f<T: $q $s>() {} } } m!(? x Sized);",
            "macro_rules! m { ($q:tt x $s:tt) => { type X = $q Index<u8, $s>; } } m!(dyn x Y);",
        ] {
            assert!(meet(source).is_some(), "{source}");
        }
    }
}
