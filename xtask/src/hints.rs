//! The hints of an exercise, and which of them to offer to somebody who is stuck.
//!
//! They are the `## ` sections of its `hints.md`. Below its heading, where no reader sees it, each
//! says what it fits: promises, and mistakes by the key under which reports name them.
//!
//! ```text
//! ## Who needs whom?
//! <!-- fits: fetched-in-turn basket_and_address_are_fetched_together -->
//!
//! For each of the four calls, …
//! ```

use crate::attempt::Attempt;
use crate::course::Exercise;
use crate::failure::Failure;
use crate::progress::Progress;
use crate::progress::seen_hints::Seen;
use std::fs;
use verdict::text::count;

/// How many different answers in a row must fail at the same before a hint is pressed on somebody. Two are
/// a slip and its repair; a fourth would come too late.
const REPEATED: usize = 3;

/// How what a hint fits begins.
const FITS: &str = "<!-- fits:";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    pub title: String,
    pub text: String,
    /// Promises by their test's name, mistakes by their key.
    pub fits: Vec<String>,
}

/// One hint of several, to be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Chosen {
    pub hint: Hint,
    /// Counted from 1.
    pub number: usize,
    pub of: usize,
}

/// A hint for somebody whose last check was red.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Of the hint, counted from 1.
    pub number: usize,
    /// How many answers in a row have failed at the same, where those are many.
    pub times: Option<usize>,
}

/// The hints of an exercise.
pub fn read(exercise: &Exercise) -> Result<Vec<Hint>, Failure> {
    let file = exercise.dir.join("hints.md");
    let text = fs::read_to_string(&file).map_err(|error| Failure::file("read", &file, &error))?;
    Ok(parse(&text))
}

/// The hint that was asked for by its number, or else the one that fits the last verdict, or was shown last.
pub fn choose(
    exercise: &Exercise,
    asked: Option<usize>,
    progress: &Progress,
) -> Result<Chosen, Failure> {
    let mut hints = read(exercise)?;
    let of = hints.len();
    let number = asked.unwrap_or_else(|| progress.hint(exercise, of));
    if number == 0 || number > of {
        let (heading, all) = (exercise.heading(), count(of, "hint"));
        return Err(Failure::usage(format!("{heading} has {all}. There's no hint {number}.")));
    }
    Ok(Chosen { hint: hints.swap_remove(number - 1), number, of })
}

/// Remembers an attempt, made with this answer, and the hint that fits it. Nothing is a fault here, not even
/// hints that cannot be read: the verdict is what was asked for.
pub fn attempted(progress: &mut Progress, exercise: &Exercise, answer: u64, attempt: &Attempt) {
    let before = progress.of(exercise).map(|entry| entry.answer);
    progress.attempted(exercise, answer, attempt);
    let Some(entry) = progress.of(exercise).filter(|entry| entry.failed_at().is_some()) else {
        return;
    };
    // The same answer once more asks for no other hint.
    if entry.hint.is_some() && before == Some(answer) {
        return;
    }
    let Ok(hints) = read(exercise) else { return };
    // Of what is not written yet, no promise tells anything.
    let broken = attempt.first_broken().filter(|promise| !promise.is_unwritten());
    let finding = broken.and_then(|promise| promise.report.finding.as_ref());
    let mistake = finding.and_then(|finding| finding.misconception.as_deref());
    let mistake = mistake.or_else(|| attempt.refused_for());
    let promise = broken.map(|promise| promise.name.as_str());
    let fitting = |seen: &Seen| next_fitting(&hints, seen, mistake, promise);
    let number = fitting(&entry.hints).or_else(|| fitting(&Seen::default()));
    let number = number.unwrap_or_else(|| entry.hints.next_of(hints.len()));
    progress.offers_hint(exercise, number);
}

/// What to offer to somebody whose last check was red.
pub fn offer(exercise: &Exercise, progress: &Progress) -> Option<Offer> {
    let entry = progress.of(exercise)?;
    let (again, number) = (entry.failed_at()?, entry.hint?);
    Some(Offer { number, times: (again.times >= REPEATED).then_some(again.times) })
}

/// The number of the first hint that was not `seen` and is about this mistake in this promise, or else
/// about the mistake, which says more than the promise, or else about the promise.
fn next_fitting(
    hints: &[Hint],
    seen: &Seen,
    mistake: Option<&str>,
    promise: Option<&str>,
) -> Option<usize> {
    let about = |names: &[&str]| {
        let is_about = |hint: &Hint| names.iter().all(|name| hint.fits.iter().any(|it| it == name));
        let mut unseen = hints.iter().zip(1..).filter(|(_, number)| !seen.has(*number));
        unseen.find(|(hint, _)| is_about(hint)).map(|(_, number)| number)
    };
    let both = mistake.zip(promise).and_then(|(mistake, promise)| about(&[mistake, promise]));
    let recognised = || mistake.and_then(|mistake| about(&[mistake]));
    both.or_else(recognised).or_else(|| about(&[promise?]))
}

fn parse(markdown: &str) -> Vec<Hint> {
    let sections = markdown.split("\n## ").skip(1);
    let hints = sections.map(|section| {
        let (title, text) = section.split_once('\n').unwrap_or((section, ""));
        let comment = text.trim_start().strip_prefix(FITS);
        let (fits, text) = comment.and_then(|text| text.split_once("-->")).unwrap_or(("", text));
        Hint {
            title: title.trim().to_owned(),
            text: text.trim().to_owned(),
            fits: fits.split_whitespace().map(str::to_owned).collect(),
        }
    });
    hints.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HINTS: &str = "# Hints\n\n## One\n<!-- fits: cold tea -->\n\nBoil.\n\n\
                         ## Two\n<!-- fits: weak\n     cold -->\n\nWait.\n\n## Three\n\nBuy some.\n";

    #[test]
    fn what_a_hint_fits_is_no_part_of_its_text() {
        let hints = parse(HINTS);
        let texts: Vec<_> = hints.iter().map(|hint| (&*hint.title, &*hint.text)).collect();
        assert_eq!(texts, [("One", "Boil."), ("Two", "Wait."), ("Three", "Buy some.")]);
        let fits: Vec<_> = hints.iter().map(|hint| hint.fits.join(" ")).collect();
        assert_eq!(fits, ["cold tea", "weak cold", ""]);
        assert_eq!(parse(&HINTS.replace('\n', "\r\n"))[1].fits, ["weak", "cold"]);
    }

    #[test]
    fn the_next_hint_that_fits_is_the_one_on_the_mistake_and_else_on_the_promise() {
        let hints = parse(HINTS);
        let next = |seen, mistake, promise| {
            next_fitting(&hints, &Seen::parse(seen).unwrap(), mistake, Some(promise))
        };
        assert_eq!(next("0", Some("weak"), "tea"), Some(2));
        assert_eq!(next("0", Some("cold"), "weak"), Some(2));
        assert_eq!(next("0", Some("green"), "tea"), Some(1));
        assert_eq!(next("0", None, "tea"), Some(1));
        assert_eq!(next("0", Some("cold"), "tea"), Some(1));
        assert_eq!(next("1", Some("cold"), "tea"), Some(2));
        assert_eq!(next("2", Some("cold"), "tea"), None);
        assert_eq!(next("9", Some("cold"), "tea"), None);
    }
}
