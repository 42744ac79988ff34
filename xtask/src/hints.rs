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

/// How many different answers in a row must break the same promise before a hint is offered. Two are
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

/// A hint for somebody who breaks the same promise again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Of the hint, counted from 1.
    pub number: usize,
    /// How many answers in a row have broken the promise.
    pub times: usize,
}

/// The hints of an exercise.
pub fn read(exercise: &Exercise) -> Result<Vec<Hint>, Failure> {
    let file = exercise.dir.join("hints.md");
    let text = fs::read_to_string(&file).map_err(|error| Failure::file("read", &file, &error))?;
    Ok(parse(&text))
}

/// The hint that was asked for by its number, or else the next one that was not seen.
pub fn choose(
    exercise: &Exercise,
    asked: Option<usize>,
    progress: &Progress,
) -> Result<Chosen, Failure> {
    let mut hints = read(exercise)?;
    let of = hints.len();
    let number = asked.unwrap_or_else(|| progress.next_hint(exercise, of));
    if number == 0 || number > of {
        let (heading, all) = (exercise.heading(), count(of, "hint"));
        return Err(Failure::usage(format!("{heading} has {all}, and none is number {number}")));
    }
    Ok(Chosen { hint: hints.swap_remove(number - 1), number, of })
}

/// What to offer after this attempt, if anything. Nothing is a fault here, not even hints that
/// cannot be read: the verdict is what was asked for.
pub fn offer(exercise: &Exercise, attempt: &Attempt, progress: &Progress) -> Option<Offer> {
    let broken = attempt.first_broken()?;
    let entry = progress.of(exercise)?;
    let again = entry.again.as_ref().filter(|again| again.promise == broken.name)?;
    if again.times < REPEATED {
        return None;
    }
    let finding = broken.report.finding.as_ref();
    let mistake = finding.and_then(|finding| finding.misconception.as_deref());
    let number = next_fitting(&read(exercise).ok()?, &entry.hints, mistake, &broken.name)?;
    Some(Offer { number, times: again.times })
}

/// The number of the first hint that was not `seen` and is about this mistake in this promise, or else
/// about the mistake, which says more than the promise, or else about the promise.
fn next_fitting(
    hints: &[Hint],
    seen: &Seen,
    mistake: Option<&str>,
    promise: &str,
) -> Option<usize> {
    let about = |names: &[&str]| {
        let is_about = |hint: &Hint| names.iter().all(|name| hint.fits.iter().any(|it| it == name));
        let mut unseen = hints.iter().zip(1..).filter(|(_, number)| !seen.has(*number));
        unseen.find(|(hint, _)| is_about(hint)).map(|(_, number)| number)
    };
    let recognised = mistake.and_then(|mistake| about(&[mistake, promise]).or(about(&[mistake])));
    recognised.or_else(|| about(&[promise]))
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
            next_fitting(&hints, &Seen::parse(seen).unwrap(), mistake, promise)
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
