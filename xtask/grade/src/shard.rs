//! A part of a class, for one machine of several.

use std::str::FromStr;
use verdict::text::fingerprint;
use xtask::failure::Failure;

/// Part `k` of `n`. Who is in it follows from their id alone: whoever else is in the class, and
/// whichever machine asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    k: u64,
    n: u64,
}

impl Shard {
    pub fn has(self, id: &str) -> bool {
        // The lowest bits of this hash follow the last letters of a text too closely.
        (fingerprint(id.bytes()) >> 16) % self.n == self.k - 1
    }

    /// All parts of the class that this is one of.
    pub fn siblings(self) -> impl Iterator<Item = Shard> {
        (1..=self.n).map(move |k| Shard { k, ..self })
    }
}

impl FromStr for Shard {
    type Err = Failure;

    fn from_str(text: &str) -> Result<Shard, Failure> {
        let numbers =
            text.split_once('/').and_then(|(k, n)| Some((k.parse().ok()?, n.parse().ok()?)));
        match numbers {
            Some((k, n)) if 1 <= k && k <= n => Ok(Shard { k, n }),
            _ => Err(Failure::usage(format!(
                "\"{text}\" is no part of a class: --shard 2/4 is the second of four"
            ))),
        }
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.k, self.n)
    }
}

#[cfg(test)]
mod tests {
    use super::Shard;

    #[test]
    fn everybody_is_in_one_part_and_the_parts_are_about_equal() {
        let parts: Vec<Shard> = (1..=4).map(|k| Shard { k, n: 4 }).collect();
        let mut sizes = [0; 4];
        for student in 0..400 {
            let id = format!("student-{student:03}");
            let of: Vec<usize> = (0..4).filter(|k| parts[*k].has(&id)).collect();
            assert_eq!(of.len(), 1);
            sizes[of[0]] += 1;
        }
        assert!(sizes.iter().all(|size| (70..=130).contains(size)), "{sizes:?}");
    }
}
