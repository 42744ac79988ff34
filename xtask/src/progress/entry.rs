//! What is remembered of one exercise: a line of the progress file.
//!
//! ```text
//! gather tried 3/5 8f1c0a52d1e3b07f hints=2 hint=3 again=nothing_is_left_running*3
//! ```
//!
//! The first four words are always there. What follows is `key=value`, in any order and as far as
//! there is something to say; what a newer runner has added is kept as it is.

use super::seen_hints::SeenHints;

/// What is remembered of one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub slug: String,
    pub solved: bool,
    /// Promises kept, of how many.
    pub kept: usize,
    pub of: usize,
    /// The fingerprint of the answer that was checked.
    pub answer: u64,
    /// The hints that were seen.
    pub hints: SeenHints,
    /// The hint that fits the last verdict, or was shown since.
    pub hint: Option<usize>,
    /// The promise that one answer after another breaks first.
    pub again: Option<RepeatedFailure>,
    /// What the compiler has refused one answer after another for, since one compiled.
    refused: Option<RepeatedFailure>,
    /// Words that this runner does not know.
    more: Vec<String>,
}

/// What different answers in a row failed at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatedFailure {
    pub at: String,
    pub times: usize,
}

impl Entry {
    pub(super) fn new(slug: &str) -> Entry {
        Entry {
            slug: slug.to_owned(),
            solved: false,
            kept: 0,
            of: 0,
            answer: 0,
            hints: SeenHints::default(),
            hint: None,
            again: None,
            refused: None,
            more: Vec::new(),
        }
    }

    /// Whether an answer was checked: kept its promises, broke some, or was refused by the compiler.
    pub fn was_checked(&self) -> bool {
        self.of > 0 || self.refused.is_some()
    }

    pub(super) fn parse(line: &str) -> Option<Entry> {
        let mut words = line.split_whitespace();
        let mut entry = Entry::new(words.next()?);
        entry.solved = match words.next()? {
            "solved" => true,
            "tried" => false,
            _ => return None,
        };
        let (kept, of) = words.next()?.split_once('/')?;
        (entry.kept, entry.of) = (kept.parse().ok()?, of.parse().ok()?);
        entry.answer = u64::from_str_radix(words.next()?, 16).ok()?;
        for word in words {
            match word.split_once('=')? {
                ("hints", seen) => entry.hints = SeenHints::parse(seen)?,
                ("hint", number) => entry.hint = Some(number.parse().ok()?),
                ("refused", again) => entry.refused = Some(RepeatedFailure::parse(again)?),
                ("again", again) => entry.again = Some(RepeatedFailure::parse(again)?),
                _ => entry.more.push(word.to_owned()),
            }
        }
        Some(entry)
    }

    /// The one of two memories of an exercise that tells of more, and what was seen in either.
    pub(super) fn or_better(self, other: Entry) -> Entry {
        let hints = self.hints.and(&other.hints);
        let more = |entry: &Entry| (entry.solved, entry.kept);
        let better = if more(&other) > more(&self) { other } else { self };
        Entry { hints, ..better }
    }

    pub(super) fn line(&self) -> String {
        let Entry { slug, kept, of, answer, hints, .. } = self;
        let state = if self.solved { "solved" } else { "tried" };
        let mut line = format!("{slug} {state} {kept}/{of} {answer:016x}");
        if !hints.is_empty() {
            line += &format!(" hints={hints}");
        }
        if let Some(number) = self.hint {
            line += &format!(" hint={number}");
        }
        if let Some(RepeatedFailure { at, times }) = &self.again {
            line += &format!(" again={at}*{times}");
        }
        if let Some(RepeatedFailure { at, times }) = &self.refused {
            line += &format!(" refused={at}*{times}");
        }
        for word in &self.more {
            line += &format!(" {word}");
        }
        line + "\n"
    }

    /// This answer was put to the test. What was solved stays solved, and its promises kept: playing
    /// on costs nothing.
    pub(super) fn checked(
        &mut self,
        answer: u64,
        (kept, of): (usize, usize),
        first_broken: Option<&str>,
    ) {
        let solved = kept == of;
        if self.solved && !solved {
            return;
        }
        let again = self.again.take();
        self.again = first_broken
            .map(|promise| RepeatedFailure::after(again, promise, self.answer != answer));
        self.refused = None;
        if solved {
            self.hint = None;
        }
        (self.solved, self.kept, self.of, self.answer) = (solved, kept, of, answer);
    }

    /// The compiler refused this answer, for what `key` says. It kept no promise and broke none: what is
    /// remembered of those stays.
    pub(super) fn refused(&mut self, answer: u64, key: &str) {
        if self.solved {
            return;
        }
        let before = self.refused.take();
        self.refused = Some(RepeatedFailure::after(before, key, self.answer != answer));
        self.answer = answer;
    }

    /// Somebody begins the exercise again, and its hints from the first on.
    pub(super) fn restarts(&mut self) {
        (self.hints, self.hint, self.again, self.refused) =
            (SeenHints::default(), None, None, None);
    }

    /// Whether the compiler refused the last answer.
    pub fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// What the last answers failed at.
    pub fn failed_at(&self) -> Option<&RepeatedFailure> {
        self.refused.as_ref().or(self.again.as_ref())
    }
}

impl RepeatedFailure {
    /// What is remembered when an answer fails at this, after what was remembered `before`. Only another
    /// answer is another attempt.
    fn after(before: Option<RepeatedFailure>, at: &str, is_another: bool) -> RepeatedFailure {
        match before {
            Some(again) if !is_another => again,
            Some(again) if again.at == at => RepeatedFailure { times: again.times + 1, ..again },
            _ => RepeatedFailure { at: at.to_owned(), times: 1 },
        }
    }

    fn parse(text: &str) -> Option<RepeatedFailure> {
        let (at, times) = text.rsplit_once('*')?;
        Some(RepeatedFailure { at: at.to_owned(), times: times.parse().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        let mut entry = Entry::new("gather");
        assert_eq!(Entry::parse(&entry.line()), Some(entry.clone()));
        (entry.solved, entry.kept, entry.of, entry.answer) = (true, 5, 5, u64::MAX);
        entry.hints.add(2);
        entry.hint = Some(3);
        entry.again = Some(RepeatedFailure { at: "it_is_tea".to_owned(), times: 4 });
        assert_eq!(Entry::parse(&entry.line()), Some(entry));
    }

    #[test]
    fn what_is_no_entry_is_no_entry() {
        for line in [
            "gather",
            "gather won 1/2 0",
            "gather tried 1of2 0",
            "gather tried 1/2 xyz",
            "a tried 1/2 0 x",
            "a tried 1/2 0 hints=1 y",
            "a tried 1/2 0 hints=many",
            "a tried 1/2 0 hint=first",
            "a tried 1/2 0 again=it_is_tea",
        ] {
            assert_eq!(Entry::parse(line), None, "{line}");
        }
    }

    #[test]
    fn words_of_a_newer_runner_are_kept() {
        let line = "a tried 1/2 00000000000000aa hints=1 stars=5 mood=a=b\n";
        let mut entry = Entry::parse(line).unwrap();
        assert_eq!(entry.line(), line);
        entry.checked(1, (2, 2), None);
        assert_eq!(entry.line(), "a solved 2/2 0000000000000001 hints=1 stars=5 mood=a=b\n");
    }

    #[test]
    fn a_promise_counts_as_broken_again_by_each_other_answer_in_a_row() {
        let mut entry = Entry::new("a");
        let mut again = |answer, promise| {
            entry.checked(answer, (1, 2), Some(promise));
            entry.again.clone().map(|again| again.times)
        };
        assert_eq!(again(1, "tea"), Some(1));
        assert_eq!(again(1, "tea"), Some(1));
        assert_eq!(again(2, "tea"), Some(2));
        assert_eq!(again(3, "tea"), Some(3));
        assert_eq!(again(4, "cups"), Some(1));
        assert_eq!(again(5, "tea"), Some(1));
        entry.refused(6, "not-a-future");
        entry.refused(6, "not-a-future");
        entry.refused(7, "not-a-future");
        assert_eq!(
            entry.failed_at(),
            Some(&RepeatedFailure { at: "not-a-future".to_owned(), times: 2 })
        );
        assert_eq!(Entry::parse(&entry.line()), Some(entry.clone()));
        // A slip in between doesn't end what was counted.
        entry.checked(8, (1, 2), Some("tea"));
        assert_eq!(entry.failed_at(), Some(&RepeatedFailure { at: "tea".to_owned(), times: 2 }));
        assert_eq!(entry.refused, None);
        entry.checked(6, (2, 2), None);
        assert_eq!(entry.again, None);
        // Whoever plays on with a solved exercise needs no help.
        entry.checked(7, (1, 2), Some("tea"));
        assert_eq!((entry.again, entry.answer), (None, 6));
    }
}
