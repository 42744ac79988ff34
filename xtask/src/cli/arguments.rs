//! Sorts the arguments of the command line into options and plain words.

use super::SEE_HELP;
use crate::failure::Failure;
use lexopt::prelude::*;

/// Options that stand alone.
const FLAGS: [&str; 10] =
    ["help", "all", "digests", "fresh", "full", "no-editor", "solution", "spoil", "todo", "yes"];

/// Options that are followed by a value.
const VALUES: [&str; 6] = ["rounds", "seed", "answer", "edit-cmd", "svg", "format"];

/// What was said and not yet understood: a command takes what belongs to it, and nothing may be left.
pub(super) struct Arguments {
    plain: std::vec::IntoIter<String>,
    flags: Vec<&'static str>,
    values: Vec<(&'static str, String)>,
}

impl Arguments {
    pub(super) fn read(mut parser: lexopt::Parser) -> Result<Arguments, Failure> {
        let wrong = |error: lexopt::Error| Failure::usage(format!("{error}. {SEE_HELP}"));
        let (mut plain, mut flags, mut values) = (Vec::new(), Vec::new(), Vec::new());
        while let Some(arg) = parser.next().map_err(wrong)? {
            let known = |names: &[&'static str]| match &arg {
                Short('h') => names.iter().copied().find(|name| *name == "help"),
                Long(said) => names.iter().copied().find(|name| name == said),
                _ => None,
            };
            if let Some(flag) = known(&FLAGS) {
                flags.push(flag);
            } else if let Some(option) = known(&VALUES) {
                let value = parser.value().and_then(ValueExt::string).map_err(wrong)?;
                values.push((option, value));
            } else if let Value(word) = arg {
                plain.push(word.string().map_err(wrong)?);
            } else {
                return Err(wrong(arg.unexpected()));
            }
        }
        Ok(Arguments { plain: plain.into_iter(), flags, values })
    }

    /// The next plain word.
    pub(super) fn next_plain(&mut self) -> Option<String> {
        self.plain.next()
    }

    /// All plain words that are left.
    pub(super) fn all_plain(&mut self) -> Vec<String> {
        self.plain.by_ref().collect()
    }

    /// Whether this option was given.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        let given = self.flags.len();
        self.flags.retain(|flag| *flag != name);
        self.flags.len() < given
    }

    /// The value of this option, the last one if there are several.
    pub(super) fn value(&mut self, name: &str) -> Option<String> {
        let index = self.values.iter().rposition(|(option, _)| *option == name)?;
        let (_, value) = self.values.swap_remove(index);
        self.values.retain(|(option, _)| *option != name);
        Some(value)
    }

    /// Everything said must have been understood.
    pub(super) fn finish(&mut self) -> Result<(), Failure> {
        if let Some(extra) = self.plain.next() {
            return Err(Failure::usage(format!("what is \"{extra}\" here? {SEE_HELP}")));
        }
        let options = self.values.iter().map(|(option, _)| *option);
        match self.flags.iter().copied().chain(options).next() {
            Some(option) => {
                Err(Failure::usage(format!("--{option} does not belong here. {SEE_HELP}")))
            }
            None => Ok(()),
        }
    }
}
