//! The seed of a class: what the inputs of promises about any input are drawn from.
//!
//! Everybody in a class gets the same inputs. Nobody knows them before the class is graded.

use std::fmt::{self, Display};
use std::hash::{BuildHasher, RandomState};
use std::str::FromStr;
use verdict::json::{Json, JsonExt, number};
use verdict::report_protocol::SEED;
use xtask::failure::Failure;

/// A seed that JSON can hold: at most 2⁵³.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seed(u64);

impl Seed {
    /// What inputs are drawn from where nobody draws a seed, as in `cargo xtask check`.
    pub const FIXED: Seed = Seed(SEED);

    const MOST: u64 = 1 << 53;

    /// One that nobody can guess: the standard library seeds its hashers from the system's own
    /// randomness. With 32 bits, it is still short enough to be typed.
    pub fn draw() -> Seed {
        Seed(RandomState::new().hash_one(std::process::id()) >> 32)
    }

    pub fn number(self) -> u64 {
        self.0
    }

    pub fn to_json(self) -> Json {
        number(self.0)
    }

    pub fn from_json(json: &Json) -> Option<Seed> {
        json.whole().map(Seed)
    }
}

impl FromStr for Seed {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Seed, Failure> {
        match text.parse() {
            Ok(seed) if seed <= Seed::MOST => Ok(Seed(seed)),
            _ => Err(Failure::usage(format!(
                "\"{text}\" isn't a seed. A seed is a whole number from 0 to {}",
                Seed::MOST
            ))),
        }
    }
}

impl Display for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Seed;

    #[test]
    fn what_is_written_is_what_is_read() {
        for seed in [Seed(0), Seed::FIXED, Seed::draw(), Seed(Seed::MOST)] {
            assert_eq!(seed.to_string().parse::<Seed>().ok(), Some(seed));
            assert_eq!(Seed::from_json(&seed.to_json()), Some(seed));
        }
        for text in ["", "-1", "x", "1.5", "9007199254740993", "99999999999999999999"] {
            assert!(text.parse::<Seed>().is_err(), "{text}");
        }
    }

    #[test]
    fn no_two_that_are_drawn_are_likely_to_be_the_same() {
        let drawn: std::collections::BTreeSet<Seed> = (0..8).map(|_| Seed::draw()).collect();
        assert!(drawn.len() > 6);
    }
}
