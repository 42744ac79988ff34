//! The format of the output: text for people, or JSON for programs.

use super::arguments::Arguments;
use crate::failure::Failure;
use std::ffi::OsString;

const OPTION: &str = "--format";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Text,
    /// As `docs/json.md` describes it.
    Json,
}

impl Format {
    pub(super) fn take(arguments: &mut Arguments) -> Result<Format, Failure> {
        match arguments.value("format").as_deref() {
            None | Some("text") => Ok(Format::Text),
            Some("json") => Ok(Format::Json),
            Some(other) => Err(Failure::usage(format!(
                "there is no format \"{other}\": it is json, for programs (docs/json.md), or text"
            ))),
        }
    }

    /// What a command line asks for, whether or not the rest of it makes sense: who asks in order to
    /// read JSON has to find the error there too.
    pub fn of(args: &[OsString]) -> Format {
        let value = |at: usize| {
            let arg = args[at].to_str()?;
            match arg.strip_prefix(OPTION)?.strip_prefix('=') {
                Some(value) => Some(value),
                None if arg == OPTION => args.get(at + 1)?.to_str(),
                None => None,
            }
        };
        // Where there are several, the last one counts.
        match (0..args.len()).rev().find_map(value) {
            Some("json") => Format::Json,
            _ => Format::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_found_in_a_line_that_makes_no_sense() {
        let of = |line: &str| {
            Format::of(&line.split_whitespace().map(OsString::from).collect::<Vec<_>>())
        };
        for line in [
            "xtask --format json",
            "xtask chek --format json",
            "xtask check 1 2 3 --hard --format=json",
            "xtask check --format text --format json",
        ] {
            assert_eq!(of(line), Format::Json, "{line}");
        }
        for line in
            ["xtask json", "xtask --format", "xtask --format yaml json", "xtask --formatjson"]
        {
            assert_eq!(of(line), Format::Text, "{line}");
        }
    }
}
