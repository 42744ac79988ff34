//! The conditions that a class was graded under. Grades can be compared only where these are the same.

use crate::seed::Seed;
use std::collections::BTreeMap;
use verdict::json::{Json, JsonExt, object, text};
use verdict::text::{list, sanitize};

/// Whatever has a say in grades, but for the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradingConditions {
    /// What protected the machine.
    pub tier: String,
    /// The limits of each step.
    pub limits: String,
    /// All that `rustc -vV` says.
    pub compiler: String,
    /// What inputs are drawn from.
    pub seed: Seed,
    /// A hash of all above but the seed, and of the libraries, the judge and the grader.
    pub all: String,
    /// A hash of each exercise's tests and of what it brings along, by slug.
    pub exercises: BTreeMap<String, String>,
}

impl GradingConditions {
    pub fn to_json(&self) -> Json {
        let exercises = self.exercises.iter().map(|(slug, hash)| (slug.as_str(), text(hash)));
        object([
            ("tier", text(&self.tier)),
            ("limits", text(&self.limits)),
            ("compiler", text(&self.compiler)),
            ("seed", self.seed.to_json()),
            ("all", text(&self.all)),
            ("exercises", object(exercises)),
        ])
    }

    /// The conditions in `json`; `None` when any part is missing.
    pub fn from_json(json: &Json) -> Option<GradingConditions> {
        let text = |json: &Json| json.text().map(str::to_owned);
        let Json::Object(exercises) = json.at("exercises") else { return None };
        let hash = |(slug, hash): (&String, &Json)| Some((slug.clone(), text(hash)?));
        Some(GradingConditions {
            tier: text(json.at("tier"))?,
            limits: text(json.at("limits"))?,
            compiler: text(json.at("compiler"))?,
            seed: Seed::from_json(json.at("seed"))?,
            all: text(json.at("all"))?,
            exercises: exercises.iter().map(hash).collect::<Option<_>>()?,
        })
    }

    /// What is not the same in both, in words; `None` where all of it is.
    pub fn difference(&self, other: &GradingConditions) -> Option<String> {
        let mut all = Vec::new();
        if self.tier != other.tier {
            all.push(format!(
                "the tier (\"{}\", \"{}\")",
                sanitize(&self.tier),
                sanitize(&other.tier)
            ));
        }
        if self.limits != other.limits {
            all.push("the limits".to_owned());
        }
        if self.compiler != other.compiler {
            let first = |conditions: &GradingConditions| {
                sanitize(conditions.compiler.lines().next().unwrap_or_default())
            };
            all.push(format!("the compiler ({}, {})", first(self), first(other)));
        }
        // It is a hash of all that is said above, too.
        if all.is_empty() && self.all != other.all {
            all.push("the judge, the grader or the libraries".to_owned());
        }
        if self.seed != other.seed {
            all.push(format!("the seed ({}, {})", self.seed, other.seed));
        }
        let slugs: Vec<&str> = self
            .exercises
            .iter()
            .filter(|(slug, hash)| other.exercises.get(*slug) != Some(hash))
            .map(|(slug, _)| slug.as_str())
            .collect();
        if !slugs.is_empty() {
            all.push(format!("the tests of {}", list(&slugs, 3)));
        }
        (!all.is_empty()).then(|| list(&all, all.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn conditions() -> GradingConditions {
        let exercises = ["gather", "select"].map(|slug| (slug.to_owned(), "0".to_owned()));
        GradingConditions {
            tier: "sandboxed".to_owned(),
            limits: "[]".to_owned(),
            compiler: "rustc 1\nbinary: rustc".to_owned(),
            seed: Seed::FIXED,
            all: "0".to_owned(),
            exercises: exercises.into(),
        }
    }

    #[test]
    fn what_is_written_is_what_is_read() {
        assert_eq!(GradingConditions::from_json(&conditions().to_json()), Some(conditions()));
    }

    #[test]
    fn what_differs_is_named() {
        assert_eq!(conditions().difference(&conditions()), None);
        let differs = |change: fn(&mut GradingConditions)| {
            let mut other = conditions();
            change(&mut other);
            conditions().difference(&other).unwrap_or_default()
        };
        let judge = differs(|other| other.all = "1".to_owned());
        assert_eq!(judge, "the judge, the grader or the libraries");
        let tier =
            differs(|other| (other.tier, other.all) = ("trusted".to_owned(), "1".to_owned()));
        assert_eq!(tier, "the tier (\"sandboxed\", \"trusted\")");
        let compiler = differs(|other| {
            (other.compiler, other.limits) = ("rustc 2\nbinary: rustc".to_owned(), String::new());
        });
        assert_eq!(compiler, "the limits and the compiler (rustc 1, rustc 2)");
        let seed = differs(|other| other.seed = "7".parse().unwrap_or(Seed::FIXED));
        assert_eq!(seed, format!("the seed ({}, 7)", Seed::FIXED));
        let tests =
            differs(|other| drop(other.exercises.insert("select".to_owned(), "1".to_owned())));
        assert_eq!(tests, "the tests of select");
    }
}
