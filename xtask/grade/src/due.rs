//! Who handed in late, and what that costs if anything.
//!
//! Times are compared as they are written, `--due` and those of a platform alike: as on the clock of the
//! place where the course is taught. A time zone in an export is left out.

use crate::results::{Adjusted, ExerciseEntry, ExerciseResult, HandedIn, Points};
use std::collections::BTreeMap;
use std::str::FromStr;
use xtask::failure::Failure;

/// Headings of a roster, in small letters and without marks, for when somebody handed in: those of
/// Gradescope's grades and of Moodle's grading worksheet.
const TIMES: [&str; 4] = ["submissiontime", "lastmodifiedsubmission", "submittedat", "submitted"];
/// Gradescope's heading for by how much it was late, `H:M:S`.
const LATENESS: &str = "latenesshms";

const DAY: u64 = 24 * 60;

/// A minute on the clock, counted from the beginning of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minute(u64);

impl FromStr for Minute {
    type Err = Failure;

    /// `2026-03-01T23:59`, or a day alone, which is meant to its end.
    fn from_str(text: &str) -> Result<Minute, Failure> {
        minute(text).ok_or_else(|| {
            Failure::usage(format!(
                "{text} isn't a time. Write it as in --due 2026-03-01T23:59, or a day alone, as in --due \
                 2026-03-01"
            ))
        })
    }
}

/// What being late costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Penalty {
    percent: u64,
    /// Whether that is for each day that has begun.
    daily: bool,
}

impl FromStr for Penalty {
    type Err = Failure;

    /// `20%`, or `10%/day`.
    fn from_str(text: &str) -> Result<Penalty, Failure> {
        let (percent, daily) = match text.strip_suffix("/day") {
            Some(percent) => (percent, true),
            None => (text, false),
        };
        let percent = percent.strip_suffix('%').and_then(|percent| percent.parse().ok());
        let percent = percent.filter(|percent| (1..=100).contains(percent));
        percent.map(|percent| Penalty { percent, daily }).ok_or_else(|| {
            Failure::usage(format!(
                "{text} isn't a penalty. Write it as in --late-penalty 20%, or for each day as in \
                 --late-penalty 10%/day"
            ))
        })
    }
}

/// When a student handed in. `late` is what the platform's own names of files say, if they do.
pub fn handed_in(
    roster: &BTreeMap<String, String>,
    late: Option<bool>,
    due: Option<Minute>,
) -> HandedIn {
    let cell = |wanted: &str| {
        let named = roster.iter().find(|(heading, _)| bare(heading) == wanted);
        named.map(|(_, cell)| cell.trim()).filter(|cell| !cell.is_empty())
    };
    let by = |minutes| if minutes == 0 { HandedIn::OnTime } else { HandedIn::Late(Some(minutes)) };
    let time = TIMES.iter().find_map(|heading| minute(cell(heading)?));
    if let (Some(Minute(due)), Some(Minute(time))) = (due, time) {
        return by(time.saturating_sub(due));
    }
    if let Some(minutes) = cell(LATENESS).and_then(lateness) {
        return by(minutes);
    }
    match late {
        None => HandedIn::Unknown,
        Some(false) => HandedIn::OnTime,
        Some(true) => HandedIn::Late(None),
    }
}

/// What an exercise earns that was handed in late. It is never less than what was earned on time.
pub fn reduced(
    entry: &ExerciseEntry,
    result: &ExerciseResult,
    handed_in: HandedIn,
    penalty: Penalty,
) -> Option<Adjusted> {
    let HandedIn::Late(minutes) = handed_in else { return None };
    let earned = entry.of_promises(result);
    // Where nobody knows by how much, it is the least that it can be.
    let days = if penalty.daily { minutes.unwrap_or(1).div_ceil(DAY) } else { 1 };
    let percent = (penalty.percent * days).min(100);
    let left = earned.hundredths() - earned.hundredths() * percent / 100;
    let on_time = result.on_time.unwrap_or_default().min(earned);
    let points = Points::of_hundredths(left).max(on_time);
    let but =
        if points.hundredths() > left { ", but not less than what was earned on time" } else { "" };
    (points != earned).then(|| Adjusted {
        points,
        why: format!(
            "Handed in {handed_in}: {percent}% off{but}. {points} points instead of {earned}."
        ),
    })
}

/// A heading in small letters, without spaces and marks.
fn bare(heading: &str) -> String {
    heading.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "")
}

/// `26:03:00`, in minutes that have begun.
fn lateness(text: &str) -> Option<u64> {
    let parts: Vec<u64> = text.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [hours, minutes, seconds] = parts[..] else { return None };
    hours.checked_mul(60)?.checked_add(minutes)?.checked_add(seconds.div_ceil(60))
}

/// `2026-02-28`, `2026-02-28T23:51`, `2026-02-28 23:51:02 -0800`, and Moodle's
/// `Saturday, 28 February 2026, 11:51 PM`.
fn minute(text: &str) -> Option<Minute> {
    let words: Vec<&str> =
        text.split([' ', ',', 'T', '\u{202f}', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let (day, time) = match words[..] {
        [date, ref time @ ..] if date.contains('-') => {
            let mut parts = date.split('-').map(|part| part.parse::<u64>().ok());
            (day(parts.next()??, parts.next()??, parts.next()??)?, time)
        }
        [_, date, month, year, ref time @ ..] => {
            // The split has taken the T of none of these.
            let month = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))?;
            (day(year.parse().ok()?, month as u64 + 1, date.parse().ok()?)?, time)
        }
        _ => return None,
    };
    let [clock, rest @ ..] = time else { return Some(Minute(day * DAY + DAY - 1)) };
    let mut parts = clock.split(':').map(|part| part.parse::<u64>().ok());
    let (hour, minute) = (parts.next()??, parts.next()??);
    let hour = match rest.first().map(|half| half.to_ascii_uppercase()).as_deref() {
        Some("PM") => hour % 12 + 12,
        Some("AM") => hour % 12,
        _ => hour,
    };
    (hour < 24 && minute < 60).then_some(Minute(day * DAY + hour * 60 + minute))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of a day, so that later ones have greater numbers and neighbours differ by one (the days of
/// a year that begins in March, as is usual for this).
fn day(year: u64, month: u64, day: u64) -> Option<u64> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(1..=9999).contains(&year) {
        return None;
    }
    let year = if month > 2 { year } else { year - 1 };
    let month = (month + 9) % 12;
    Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::{PromiseEntry, PromiseResult, Status};
    use verdict::{End, Report, Timeline};

    #[test]
    fn times_of_all_platforms_are_read_as_on_one_clock() {
        let at = |text: &str| minute(text).unwrap_or_else(|| panic!("{text}")).0;
        let noon = at("2026-02-28T12:00");
        assert_eq!(at("2026-02-28 12:00:59 -0800"), noon);
        assert_eq!(at("Saturday, 28 February 2026, 12:00 PM"), noon);
        assert_eq!(at("Tuesday, 3 March 2026, 12:05 AM"), at("2026-03-03 00:05"));
        assert_eq!(at("2026-03-01T12:00"), noon + DAY);
        assert_eq!(at("2024-03-01T12:00"), at("2024-02-28T12:00") + 2 * DAY);
        assert_eq!(at("2026-01-01 00:00"), at("2025-12-31 23:59") + 1);
        assert_eq!(at("2026-02-28"), at("2026-02-28T23:59"));
        for nonsense in ["", "-", "soon", "2026-13-01", "2026-02-28T25:00", "28/02/26, 12:00"] {
            assert_eq!(minute(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn who_is_late_is_told_by_the_date_then_by_the_platform() {
        let roster =
            |heading: &str, cell: &str| BTreeMap::from([(heading.to_owned(), cell.to_owned())]);
        let due = "2026-02-28T12:00".parse().ok();
        let gradescope = roster("Submission Time", "2026-02-28 12:05:00 -0800");
        assert_eq!(handed_in(&gradescope, None, due), HandedIn::Late(Some(5)));
        assert_eq!(handed_in(&gradescope, Some(false), None), HandedIn::OnTime);
        assert_eq!(handed_in(&gradescope, None, None), HandedIn::Unknown);
        let moodle = roster("Last modified (submission)", "Saturday, 28 February 2026, 11:00 AM");
        assert_eq!(handed_in(&moodle, None, due), HandedIn::OnTime);
        let lateness = |cell| roster("Lateness (H:M:S)", cell);
        assert_eq!(handed_in(&lateness("00:00:00"), None, None), HandedIn::OnTime);
        assert_eq!(handed_in(&lateness("26:03:20"), None, None), HandedIn::Late(Some(1564)));
        assert_eq!(handed_in(&BTreeMap::new(), Some(true), due), HandedIn::Late(None));
    }

    #[test]
    fn a_penalty_is_explained_and_never_takes_what_was_earned_on_time() {
        let (entry, mut result) = ten_points();
        let reduced = |result: &ExerciseResult, minutes, penalty: &str| {
            let penalty = penalty.parse().ok()?;
            reduced(&entry, result, HandedIn::Late(minutes), penalty)
        };
        let once = reduced(&result, Some(2 * DAY), "20%").map(|it| (it.points.to_string(), it.why));
        let why = "Handed in late by 2 days 0 h: 20% off. 8 points instead of 10.";
        assert_eq!(once, Some(("8".to_owned(), why.to_owned())));
        let points = |result: &ExerciseResult, minutes, penalty| {
            reduced(result, minutes, penalty).map(|it| it.points)
        };
        assert_eq!(points(&result, Some(DAY + 1), "10%/day"), Some(Points::whole(8)));
        assert_eq!(points(&result, None, "10%/day"), Some(Points::whole(9)));
        assert_eq!(points(&result, Some(99 * DAY), "10%/day"), Some(Points::ZERO));
        result.on_time = Some(Points::whole(9));
        let floor = reduced(&result, Some(2 * DAY), "50%");
        assert_eq!(floor.as_ref().map(|it| it.points), Some(Points::whole(9)));
        assert!(floor.is_some_and(|it| it.why.contains("not less than what was earned on time")));
        result.on_time = Some(Points::whole(10));
        assert_eq!(points(&result, None, "50%"), None);
        for nonsense in ["", "20", "0%", "101%", "%", "10%/week"] {
            assert!(nonsense.parse::<Penalty>().is_err(), "{nonsense}");
        }
    }

    fn ten_points() -> (ExerciseEntry, ExerciseResult) {
        let points = Points::whole(10);
        let name = "a".to_owned();
        let entry = ExerciseEntry {
            number: "01".to_owned(),
            slug: "gather".to_owned(),
            title: "Gather".to_owned(),
            points,
            promises: vec![PromiseEntry { name: name.clone(), points, extra: false }],
        };
        let report = Report {
            end: End::Done,
            finding: None,
            timeline: Timeline::default(),
            panics: Vec::new(),
            panic_expected: false,
            cases: 0,
        };
        let promise = PromiseResult { name, judged: true, report, printed: String::new() };
        let (remarks, diagnostics, flags, adjusted, on_time) = Default::default();
        let (key, status, promises) = (String::new(), Status::Ran, vec![promise]);
        let result = ExerciseResult {
            key,
            status,
            remarks,
            diagnostics,
            flags,
            promises,
            adjusted,
            on_time,
        };
        (entry, result)
    }
}
