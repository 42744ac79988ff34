//! Answers that are alike, so that somebody reads them side by side. It is no proof of anything: short
//! answers are alike by nature, and so are those that follow the same lesson.
//!
//! Answers are compared by runs of tokens, whatever names, comments and spaces are: what MOSS does (Schleimer,
//! Wilkerson and Aiken, "Winnowing", 2003), without leaving out any run, for answers are short. Runs of the
//! skeleton don't count, nor those that many in the class have.

use ra_ap_rustc_lexer::{FrontmatterAllowed, TokenKind, tokenize};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many tokens are a run.
const RUN: usize = 8;
/// An answer that has fewer runs of its own is too short to be compared.
const LEAST: usize = 20;
/// From how many percent of their runs on two answers are alike.
const ALIKE: usize = 90;
/// A run that more than this part of the class has, and more than so many, is nobody's own.
const PART: usize = 3;
const MANY: usize = 3;

/// Answers that are alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Whose they are, in the order in which they were given.
    pub answers: Vec<usize>,
    /// How much of the longer one is in the other too, for the two that differ most of those compared.
    pub percent: usize,
}

/// Those among `answers` to one exercise that are alike. An answer stands at most in one of the groups.
pub fn alike(answers: &[&str], skeleton: &str) -> Vec<Alike> {
    let base = runs(skeleton);
    let mut all: Vec<BTreeSet<u64>> = answers.iter().map(|answer| runs(answer)).collect();
    let mut uses: BTreeMap<u64, usize> = BTreeMap::new();
    all.iter().flatten().for_each(|run| *uses.entry(*run).or_default() += 1);
    let most = (answers.len() / PART).max(MANY);
    all.iter_mut().for_each(|runs| runs.retain(|run| !base.contains(run) && uses[run] <= most));

    let mut groups: Vec<Alike> = Vec::new();
    let mut group_of: Vec<Option<usize>> = vec![None; all.len()];
    for later in 0..all.len() {
        let compared = (0..later).filter_map(|earlier| {
            let percent = percent(&all[earlier], &all[later])?;
            (percent >= ALIKE).then_some((percent, earlier))
        });
        // The one that it is most like, and of equals the first.
        let Some((percent, earlier)) = compared.rev().max_by_key(|(percent, _)| *percent) else {
            continue;
        };
        let group = *group_of[earlier].get_or_insert_with(|| {
            groups.push(Alike { answers: vec![earlier], percent: 100 });
            groups.len() - 1
        });
        group_of[later] = Some(group);
        groups[group].answers.push(later);
        groups[group].percent = groups[group].percent.min(percent);
    }
    groups
}

/// Whether two sources differ in nothing but comments and spaces.
pub fn same(one: &str, other: &str) -> bool {
    tokens(one).map(|(_, text)| text).eq(tokens(other).map(|(_, text)| text))
}

/// How much of the longer answer is in the other; `None` where one is too short to tell.
fn percent(one: &BTreeSet<u64>, other: &BTreeSet<u64>) -> Option<usize> {
    let (shorter, longer) = (one.len().min(other.len()), one.len().max(other.len()));
    if shorter < LEAST || 100 * shorter < ALIKE * longer {
        return None;
    }
    Some(100 * one.intersection(other).count() / longer)
}

/// The runs of tokens in a source.
fn runs(source: &str) -> BTreeSet<u64> {
    let without_names = |(kind, text)| match kind {
        TokenKind::Ident | TokenKind::RawIdent if !KEYWORDS.contains(&text) => "name",
        TokenKind::Literal { .. } => "0",
        TokenKind::Lifetime { .. } | TokenKind::RawLifetime => "'a",
        _ => text,
    };
    let tokens: Vec<&str> = tokens(source).map(without_names).collect();
    let hash = |run: &[&str]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    tokens.windows(RUN).map(hash).collect()
}

/// All that means something, in order.
fn tokens(source: &str) -> impl Iterator<Item = (TokenKind, &str)> {
    let mut rest = source;
    let split = tokenize(source, FrontmatterAllowed::Yes).map(move |token| {
        let (text, after) = rest.split_at(token.len as usize);
        rest = after;
        (token.kind, text)
    });
    split.filter(|(kind, _)| {
        !matches!(
            kind,
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. }
        )
    })
}

/// Names that nobody can choose otherwise, as far as they are common.
const KEYWORDS: [&str; 28] = [
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "fn", "for", "if",
    "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "struct",
    "trait", "use", "where", "while",
];

#[cfg(test)]
mod tests {
    use super::*;

    const SKELETON: &str = "pub mod given;\npub async fn run_all() -> Vec<u32> { todo!() }\n";

    fn answer(body: &str) -> String {
        format!("pub mod given;\npub async fn run_all() -> Vec<u32> {{ {body} }}\n")
    }

    /// Statements in an order of their own for each seed.
    fn own(seed: usize) -> String {
        let kinds =
            ["a += 1;", "if a > 2 { b(a); }", "for i in 0..3 { c.push(i); }", "let d = e(f)?;"];
        let body: Vec<&str> = (0..12).map(|i| kinds[(seed >> (2 * i)) % kinds.len()]).collect();
        answer(&body.join(" "))
    }

    #[test]
    fn other_names_comments_and_spaces_do_not_hide_anything() {
        let one = own(0x3_9a1b);
        let renamed =
            one.replace("a ", "count ").replace("b(", "send(").replace("; ", ";\n// so\n");
        assert_eq!(
            alike(&[&own(0x12_4e4f), &one, &renamed], SKELETON),
            [Alike { answers: vec![1, 2], percent: 100 }]
        );
    }

    #[test]
    fn a_skeleton_with_comments_is_the_skeleton() {
        assert!(same(SKELETON, &SKELETON.replace("todo!()", "/* soon */ todo!( )")));
        assert!(!same(SKELETON, &SKELETON.replace("run_all", "run_none")));
    }

    #[test]
    fn nearly_the_same_is_found_and_says_how_near() {
        let one = own(0xe4_9a1b) + &own(0x1b_71c6);
        let other = one.clone() + "fn more() {}";
        let found = alike(&[&one, &other], SKELETON);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!((ALIKE..100).contains(&found[0].percent), "{found:?}");
        assert_eq!(alike(&[&one, &own(0x2d_44d9)], SKELETON), []);
    }

    #[test]
    fn what_everybody_has_and_what_is_short_is_nobodys() {
        let same = own(0x3_9a1b);
        assert_eq!(alike(&[same.as_str(); 9], SKELETON), []);
        assert_eq!(alike(&[SKELETON, SKELETON], SKELETON), []);
        let short = answer("vec![1, 2, 3]");
        assert_eq!(alike(&[&short, &short], SKELETON), []);
    }
}
