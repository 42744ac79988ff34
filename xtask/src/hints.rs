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
    /// Whether no check of this exercise has found a promise that is kept.
    pub is_before_any_promise: bool,
}

/// What to offer to somebody whose last check was red.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    Hint {
        /// Of the hint, counted from 1.
        number: usize,
        /// How many answers in a row have failed at the same, where those are many.
        times: Option<usize>,
    },
    /// The compiler refused the answer, and no hint is about that.
    NoneFits,
    /// Every hint that fits was seen.
    AllSeen,
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
    let is_before_any_promise = progress.of(exercise).is_none_or(|entry| entry.kept == 0);
    Ok(Chosen { hint: hints.swap_remove(number - 1), number, of, is_before_any_promise })
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
    let fitting = fitting(&hints, attempt);
    let unseen = fitting.iter().find(|number| !entry.hints.has(**number));
    let number = unseen.or(fitting.first()).copied();
    progress.offers_hint(exercise, number);
}

/// What to offer to somebody of whose answer this came.
pub fn offer(exercise: &Exercise, progress: &Progress, attempt: &Attempt) -> Option<Offer> {
    let entry = progress.of(exercise)?;
    let again = entry.failed_at()?;
    let fitting = fitting(&read(exercise).ok()?, attempt);
    if fitting.is_empty() {
        return attempt.refused_for().map(|_| Offer::NoneFits);
    }
    if fitting.iter().all(|number| entry.hints.has(*number)) {
        return Some(Offer::AllSeen);
    }
    let times = (again.times >= REPEATED).then_some(again.times);
    Some(Offer::Hint { number: entry.hint?, times })
}

/// Whether the compiler refused the last answer, and no hint is about that.
pub fn none_fits(exercise: &Exercise, progress: &Progress) -> bool {
    progress.of(exercise).is_some_and(|entry| entry.is_refused() && entry.hint.is_none())
}

/// The numbers of the hints that are about what is wrong with an attempt, in the order in which to offer them.
fn fitting(hints: &[Hint], attempt: &Attempt) -> Vec<usize> {
    if let Some(key) = attempt.refused_for() {
        return about(hints, Some(key), None);
    }
    let broken = attempt.first_broken();
    // Of what is not written yet, no promise tells anything.
    if broken.is_none_or(|promise| promise.is_unwritten()) {
        return (1..=hints.len()).collect();
    }
    let finding = broken.and_then(|promise| promise.report.finding.as_ref());
    let mistake = finding.and_then(|finding| finding.misconception.as_deref());
    let fitting = about(hints, mistake, broken.map(|promise| promise.name.as_str()));
    if fitting.is_empty() { (1..=hints.len()).collect() } else { fitting }
}

/// First the hints about this mistake in this promise, then those about the mistake, which says more than
/// the promise, and then those about the promise. The last hint is almost the answer, so it comes after all
/// others.
fn about(hints: &[Hint], mistake: Option<&str>, promise: Option<&str>) -> Vec<usize> {
    let fits = |hint: &Hint, name: Option<&str>| {
        name.is_some_and(|name| hint.fits.iter().any(|it| it == name))
    };
    let how_well = |number: usize| match &hints[number - 1] {
        hint if !fits(hint, mistake) && !fits(hint, promise) => None,
        _ if number == hints.len() => Some(3),
        hint if !fits(hint, mistake) => Some(2),
        hint if !fits(hint, promise) => Some(1),
        _ => Some(0),
    };
    let mut fitting: Vec<usize> =
        (1..=hints.len()).filter(|number| how_well(*number).is_some()).collect();
    fitting.sort_by_key(|number| how_well(*number));
    fitting
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
    fn hints_on_the_mistake_come_first_then_those_on_the_promise_and_the_last_at_the_end() {
        let hints = parse(&HINTS.replace("## Three\n", "## Three\n<!-- fits: weak tea -->\n"));
        let about = |mistake, promise| about(&hints, mistake, Some(promise));
        assert_eq!(about(Some("cold"), "weak"), [2, 1, 3]);
        assert_eq!(about(Some("weak"), "tea"), [2, 1, 3]);
        assert_eq!(about(Some("green"), "tea"), [1, 3]);
        assert_eq!(about(None, "tea"), [1, 3]);
        assert_eq!(about(Some("green"), "milk"), []);
    }
}
