//! A source as the compiler reads it: split by the compiler's own lexer.
//!
//! Another lexer may take for a text what the compiler runs, and then nothing that is looked for in the
//! source is found. So there is no other here.

use ra_ap_rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, strip_shebang, tokenize};
use std::ops::Range;

/// All that means something, in order: no spaces, no comments.
pub struct Tokens<'a>(Vec<Token<'a>>);

enum Token<'a> {
    /// A name or a keyword; `r#name` is `name`.
    Word(&'a str),
    /// `'a`, with its mark.
    Lifetime(&'a str),
    Literal,
    /// One character.
    Punctuation(char),
}

impl<'a> Tokens<'a> {
    /// Splits `source`; fails with what is to be left out, for its author. Whatever Rust 1.95 keeps for
    /// later is refused, so that no newer compiler reads it otherwise than this lexer.
    pub fn of(source: &'a str) -> Result<Tokens<'a>, &'static str> {
        if strip_shebang(source).is_some() {
            return Err("the first line, which begins with #!");
        }
        let mut all = Vec::new();
        let mut rest = source;
        for token in tokenize(source, FrontmatterAllowed::Yes) {
            let (text, after) = rest.split_at(token.len as usize);
            rest = after;
            all.push(match token.kind {
                TokenKind::Whitespace
                | TokenKind::LineComment { .. }
                | TokenKind::BlockComment { terminated: true, .. } => continue,
                TokenKind::Ident => Token::Word(text),
                TokenKind::RawIdent => Token::Word(text.trim_start_matches("r#")),
                TokenKind::RawLifetime | TokenKind::Lifetime { starts_with_number: false } => {
                    Token::Lifetime(text)
                }
                TokenKind::Literal { kind, .. } if is_whole(kind) => Token::Literal,
                kind if is_mark(kind) => {
                    Token::Punctuation(text.chars().next().unwrap_or_default())
                }
                TokenKind::Frontmatter { .. } => return Err("the lines that begin with ---"),
                _ => return Err("what is newer than the course"),
            });
        }
        Ok(Tokens(all))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The word at `at`, or nothing.
    pub fn word(&self, at: usize) -> &'a str {
        match self.0.get(at) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// The lifetime at `at`, with its mark, or nothing.
    pub fn lifetime(&self, at: usize) -> &'a str {
        match self.0.get(at) {
            Some(Token::Lifetime(lifetime)) => lifetime,
            _ => "",
        }
    }

    /// The mark at `at`, or NUL.
    pub fn punctuation(&self, at: usize) -> char {
        match self.0.get(at) {
            Some(Token::Punctuation(mark)) => *mark,
            _ => '\0',
        }
    }

    /// Where each `word` stands.
    pub fn each<'b>(&'b self, word: &'b str) -> impl Iterator<Item = usize> + 'b {
        (0..self.len()).filter(move |&at| self.word(at) == word)
    }

    pub fn has(&self, word: &str) -> bool {
        self.each(word).next().is_some()
    }

    /// The place of the bracket that closes the one at `at`, or of the end.
    pub fn closing(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for at in at..self.len() {
            match self.punctuation(at) {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' if depth == 1 => return at,
                ')' | ']' | '}' => depth -= 1,
                _ => {}
            }
        }
        self.len()
    }

    /// The arguments in the `<…>` or `(…)` that begins at `at`, and the place of what closes it; `None`
    /// where it is no list, but a comparison.
    pub fn arguments(&self, at: usize) -> Option<(Vec<Range<usize>>, usize)> {
        let close = match self.punctuation(at) {
            '<' => '>',
            '(' => ')',
            _ => return None,
        };
        let mut arguments = Vec::new();
        let (mut begin, mut angles, mut at) = (at + 1, 0_usize, at + 1);
        while at < self.len() {
            let arrow = ['-', '='].contains(&self.punctuation(at.wrapping_sub(1)));
            let mark = self.punctuation(at);
            let closed = mark == close && angles == 0 && !(mark == '>' && arrow);
            if closed || mark == ',' && angles == 0 {
                if begin < at {
                    arguments.push(begin..at);
                }
                begin = at + 1;
            }
            match mark {
                _ if closed => return Some((arguments, at)),
                '(' | '[' | '{' => at = self.closing(at),
                ')' | ']' | '}' | ';' => return None,
                '<' => angles += 1,
                '>' if !arrow => angles = angles.saturating_sub(1),
                _ => {}
            }
            at += 1;
        }
        None
    }
}

fn is_whole(kind: LiteralKind) -> bool {
    match kind {
        LiteralKind::Int { empty_int: empty, .. }
        | LiteralKind::Float { empty_exponent: empty, .. } => !empty,
        LiteralKind::Char { terminated }
        | LiteralKind::Byte { terminated }
        | LiteralKind::Str { terminated }
        | LiteralKind::ByteStr { terminated }
        | LiteralKind::CStr { terminated } => terminated,
        LiteralKind::RawStr { n_hashes }
        | LiteralKind::RawByteStr { n_hashes }
        | LiteralKind::RawCStr { n_hashes } => n_hashes.is_some(),
    }
}

fn is_mark(kind: TokenKind) -> bool {
    use TokenKind::*;
    matches!(
        kind,
        Semi | Comma
            | Dot
            | OpenParen
            | CloseParen
            | OpenBrace
            | CloseBrace
            | OpenBracket
            | CloseBracket
            | At
            | Pound
            | Tilde
            | Question
            | Colon
            | Dollar
            | Eq
            | Bang
            | Lt
            | Gt
            | Minus
            | And
            | Or
            | Plus
            | Star
            | Slash
            | Caret
            | Percent
    )
}

#[cfg(test)]
mod tests {
    use super::Tokens;

    fn words(source: &str) -> Vec<&str> {
        let tokens = Tokens::of(source).unwrap_or_else(|why| panic!("{source}: {why}"));
        (0..tokens.len()).map(|at| tokens.word(at)).filter(|word| !word.is_empty()).collect()
    }

    #[test]
    fn texts_and_comments_hide_nothing_but_themselves() {
        for source in [
            r##"m!('r"\" "); here m!('"'a);"##,
            r##"m!('r, "\" "); here m!('"', 'a);"##,
            r###"m!(r#"\"#) here m!("")"###,
            r###"m!(br##"x"#"##, b"\"", b'"', b'\'', c"\"", cr#"\"#) here m!("")"###,
            r##"m!('"', '\'', '\\') here m!("")"##,
            "m!(\"a\r\nb\\\r\n \") here // x\r\n m!()",
            "m!(\"a\nb // \" /* \" */) here m!(\"\")",
            "// r#\" \u{2028} \u{85} \r \" */ '\nm!() here",
            "/* /* \" */ r#\" */ m!() here /** x */ m!()",
            "m!(1r#abc) here", /* A number's ending. */
            "m!()\u{2028}here\u{200e}m!()\u{85}m!()",
            "m!(\"\u{feff}\u{a0}\") r#here",
        ] {
            assert!(words(source).contains(&"here"), "{source}: {:?}", words(source));
        }
        for source in [
            "m!(r#\"here\"#, b\"here\", c\"\\\" here\")",
            "//! here\n/// here\n/* /* */ here */",
            "m!('h', \"\\\n here\")",
        ] {
            assert!(!words(source).contains(&"here"), "{source}: {:?}", words(source));
        }
    }

    #[test]
    fn what_compilers_may_read_in_several_ways_is_refused() {
        for source in [
            "#!/bin/sh r#######\"\nfn f() {}\n// \"#######",
            "#! x\nfn f() {}",
            "---\nr#\"\n---\nfn f() {} // \"#",
            "\n---cargo\n---\nfn f() {}",
            "m!(#\"guarded\"#)",
            "m!(##)",
            "m!(f\"x\")",
            "m!(k#x)",
            "m!('k#x)",
            "m!('1a)",
            "m!(\"open)",
            "m!(r#\"open\")",
            "/* open",
            "\u{feff}fn f() {}",
            "fn f()\u{a0}{}",
            "fn f() { \0 }",
            "m!(\u{1f600})",
        ] {
            assert!(Tokens::of(source).is_err(), "{source}");
        }
        assert!(Tokens::of("#![allow(unused)]\nfn f() {}").is_ok());
        assert!(Tokens::of("#!/* x */\n[allow(unused)]\nfn f() {}").is_ok());
    }
}
