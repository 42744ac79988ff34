//! Who is behind a submission of Gradescope: `submission_metadata.yml` stands beside the submissions and
//! names everybody of a group.

use saphyr_parser::{Event, Parser};
use std::collections::BTreeMap;

/// The file's name.
pub(super) const FILE: &str = "submission_metadata.yml";

/// The largest one that is read, in bytes. What tests printed is in it too.
pub(super) const MAX: u64 = 256 * 1024 * 1024;

/// How many levels of it are looked into.
const LEVELS: usize = 64;

/// Somebody who handed in, alone or with others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Submitter {
    pub name: String,
    pub email: String,
    pub sid: String,
}

impl Submitter {
    /// By what a roster may name them, the surest first.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        [&self.email, &self.sid, &self.name]
            .into_iter()
            .map(String::as_str)
            .filter(|a| !a.is_empty())
    }
}

/// Where the reader is on one level.
enum Level {
    /// In a mapping, and the key whose value comes next.
    Mapping(Option<String>),
    Sequence,
}

/// The submitters of each submission, by its folder: `submission_123`. Of what is no such file, nobody.
pub(super) fn parse(text: &str) -> BTreeMap<String, Vec<Submitter>> {
    let mut all: BTreeMap<String, Vec<Submitter>> = BTreeMap::new();
    let mut levels: Vec<Level> = Vec::new();
    for event in Parser::new_from_str(text) {
        let Ok((event, _)) = event else { break };
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if levels.len() == LEVELS {
                    break;
                }
                let is_mapping = matches!(event, Event::MappingStart(..));
                if is_mapping && let Some(submission) = lists_submitters(&levels) {
                    all.entry(submission.to_owned()).or_default().push(Submitter::default());
                }
                levels.push(if is_mapping { Level::Mapping(None) } else { Level::Sequence });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                levels.pop();
                value_ends(&mut levels);
            }
            Event::Scalar(text, ..) => {
                if let Some(Level::Mapping(key @ None)) = levels.last_mut() {
                    *key = Some(text.into_owned());
                    continue;
                }
                if let [outer @ .., Level::Mapping(Some(key))] = &levels[..]
                    && let Some(submission) = lists_submitters(outer)
                    && let Some(submitter) = all.get_mut(submission).and_then(|all| all.last_mut())
                {
                    let text = text.trim();
                    match key.trim_start_matches(':') {
                        "name" => submitter.name = text.to_owned(),
                        "email" => submitter.email = text.to_owned(),
                        "sid" => submitter.sid = text.to_owned(),
                        _ => {}
                    }
                }
                value_ends(&mut levels);
            }
            Event::Alias(_) => value_ends(&mut levels),
            _ => {}
        }
    }
    for submitters in all.values_mut() {
        submitters.retain(|one| one.aliases().next().is_some());
        for one in submitters {
            // YAML's way to say that there is none.
            for text in [&mut one.name, &mut one.email, &mut one.sid] {
                if ["~", "null"].contains(&&text[..]) {
                    text.clear();
                }
            }
        }
    }
    all
}

/// The submission, if these levels lead to the list of its submitters: not those of an earlier one, which
/// stand deeper.
fn lists_submitters(levels: &[Level]) -> Option<&str> {
    match levels {
        [Level::Mapping(Some(submission)), Level::Mapping(Some(key)), Level::Sequence]
            if key.trim_start_matches(':') == "submitters" =>
        {
            Some(submission)
        }
        _ => None,
    }
}

fn value_ends(levels: &mut [Level]) {
    if let Some(Level::Mapping(key)) = levels.last_mut() {
        *key = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, email: &str, sid: &str) -> Submitter {
        Submitter { name: name.to_owned(), email: email.to_owned(), sid: sid.to_owned() }
    }

    #[test]
    fn everybody_of_a_group_is_named() {
        let text = "---\nsubmission_7:\n  :submitters:\n  - :name: Ada L\n    :sid: '0071'\n    :email: \
                    ada@x.edu\n  - :name: \"Bob: B\"\n    :sid:\n    :email: bob@x.edu\n  :created_at: \
                    2026-01-01 00:00:00 Z\n  :score: 1.0\n  :results:\n    tests:\n    - name: \"a\"\n  \
                    :history:\n  - :id: 5\n    :submitters:\n    - :name: Eve\n      :email: eve@x.edu\n\
                    submission_8:\n  :submitters:\n  - :name: Cy\n    :sid: ~\n    :email: cy@x.edu\n";
        let all = parse(text);
        let ada = of("Ada L", "ada@x.edu", "0071");
        assert_eq!(all["submission_7"], [ada, of("Bob: B", "bob@x.edu", "")]);
        assert_eq!(all["submission_8"], [of("Cy", "cy@x.edu", "")]);
    }

    #[test]
    fn any_text_has_an_end() {
        let deep = "[".repeat(100_000);
        let nested: String = (0..2_000).map(|i| format!("{}a:\n", " ".repeat(i))).collect();
        for odd in
            ["", "x", "- - - -", "a: &a [*a, *a]", "\u{feff}---\r\na:\r\n", "%", &deep, &nested]
        {
            parse(odd);
        }
    }
}
