//! Points, exactly.

use std::fmt::{self, Display};
use std::iter::Sum;
use verdict::json::Json;

/// Points in hundredths: sums of them are exact, whatever their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(u64);

impl Points {
    pub const ZERO: Points = Points(0);

    pub fn whole(points: u64) -> Points {
        Points(points * 100)
    }

    pub fn hundredths(self) -> u64 {
        self.0
    }

    pub fn of_hundredths(hundredths: u64) -> Points {
        Points(hundredths)
    }

    /// `7`, `7.5`, `7,25`: `None` of what is no number, or finer than hundredths.
    pub fn parsed(text: &str) -> Option<Points> {
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(part) || whole.len() > 6 || part.len() > 2 {
            return None;
        }
        let hundredths: u64 = format!("{part:0<2}").parse().ok()?;
        Some(Points(whole.parse::<u64>().ok()? * 100 + hundredths))
    }

    /// A number as people write it. (Hundredths of any real course are exact enough to come back.)
    pub fn to_json(self) -> Json {
        Json::Number(self.0 as f64 / 100.0)
    }

    /// What [`to_json`](Points::to_json) made; `None` of anything else.
    pub fn from_json(json: &Json) -> Option<Points> {
        match json {
            Json::Number(points) => Some(Points((points * 100.0).round() as u64)),
            _ => None,
        }
    }

    /// The mean of so many who have these together, rounded to hundredths; `None` of nobody.
    pub fn mean(self, of: usize) -> Option<Points> {
        let n = of as u64;
        Some(Points((self.0 + n / 2).checked_div(n)?))
    }

    /// In `parts` as equal as hundredths allow, the larger ones first; together they are the whole.
    pub fn split(self, parts: usize) -> Vec<Points> {
        let n = parts as u64;
        (0..n).map(|i| Points(self.0 / n + u64::from(i < self.0 % n))).collect()
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Points>>(all: I) -> Points {
        Points(all.map(|points| points.0).sum())
    }
}

/// `7`, `7.5`, `7.25`.
impl Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Points;

    #[test]
    fn parts_make_the_whole_again() {
        for (points, parts) in [(10, 7), (5, 5), (1, 3), (0, 4), (3, 200)] {
            let split = Points::whole(points).split(parts);
            assert_eq!(split.len(), parts);
            assert_eq!(split.into_iter().sum::<Points>(), Points::whole(points));
        }
        assert_eq!(Points::whole(1).split(0), []);
    }

    #[test]
    fn a_mean_is_rounded_and_nobody_has_none() {
        let of = |hundredths, n| Points::of_hundredths(hundredths).mean(n).map(Points::hundredths);
        assert_eq!([of(200, 3), of(100, 3), of(0, 0)], [Some(67), Some(33), None]);
    }

    #[test]
    fn what_people_write_is_read() {
        for (text, hundredths) in [("7", 700), ("7.5", 750), ("7,25", 725), ("0", 0)] {
            assert_eq!(Points::parsed(text).map(Points::hundredths), Some(hundredths));
        }
        for nonsense in ["", "-1", "+1", "7.", ".5", "7.125", "1e3", "x", "1234567"] {
            assert_eq!(Points::parsed(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn they_read_as_people_write_them() {
        let of = |hundredths| Points::of_hundredths(hundredths).to_string();
        assert_eq!([of(0), of(700), of(750), of(725), of(705)], ["0", "7", "7.5", "7.25", "7.05"]);
    }
}
