//! What changes points besides promises: when something was handed in, and the instructor's own word.

use super::Points;
use std::fmt::{self, Display};

/// When a submission was handed in, as far as the platform's export or the roster tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HandedIn {
    #[default]
    Unknown,
    OnTime,
    /// Late, by so many minutes if that is known.
    Late(Option<u64>),
}

impl HandedIn {
    pub fn is_late(self) -> bool {
        matches!(self, HandedIn::Late(_))
    }

    /// The marker that stands in every output; `None` unless it is late.
    pub fn remark(self) -> Option<String> {
        self.is_late().then(|| format!("Handed in {self}."))
    }
}

/// `late`, `late by 1 day 2 h`; nothing unless it is late.
impl Display for HandedIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let HandedIn::Late(minutes) = self else { return Ok(()) };
        f.write_str("late")?;
        let Some(minutes) = minutes else { return Ok(()) };
        let (days, hours) = (minutes / (24 * 60), minutes / 60 % 24);
        match (days, hours) {
            (0, 0) => write!(f, " by {minutes} min"),
            (0, _) => write!(f, " by {hours} h {} min", minutes % 60),
            (1, _) => write!(f, " by 1 day {hours} h"),
            _ => write!(f, " by {days} days {hours} h"),
        }
    }
}

/// Points that count in the place of those that the promises give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adjusted {
    pub points: Points,
    /// Why, in words for the student.
    pub why: String,
}

#[cfg(test)]
mod tests {
    use super::HandedIn;

    #[test]
    fn how_late_it_is_reads_as_people_say_it() {
        let of = |minutes| HandedIn::Late(minutes).to_string();
        assert_eq!(of(None), "late");
        assert_eq!(of(Some(5)), "late by 5 min");
        assert_eq!(of(Some(65)), "late by 1 h 5 min");
        assert_eq!(of(Some(26 * 60 + 1)), "late by 1 day 2 h");
        assert_eq!(of(Some(48 * 60)), "late by 2 days 0 h");
        assert_eq!(HandedIn::OnTime.remark(), None);
    }
}
