//! From words on the command line to a value.

use crate::failure::Failure;
use lexopt::prelude::*;
use std::ffi::OsString;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help(Option<&'static Topic>),
    Status,
    Check(Check),
    List,
    Hint(Hint),
    Run(Run),
    Verify(Verify),
}

/// Which exercises to check.
#[derive(Debug, PartialEq, Eq)]
pub enum Check {
    /// The one named, or else the current one.
    One(Option<String>),
    All,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Hint {
    pub exercise: Option<String>,
    pub number: Option<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub exercise: Option<String>,
    pub solution: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Verify {
    pub exercise: Option<String>,
    /// How often each answer is put to the test.
    pub rounds: usize,
}

/// A command as its help describes it.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: &'static str,
    pub usage: &'static str,
    pub summary: &'static str,
    pub details: &'static str,
}

/// Every command that can be named, in the order in which a learner meets them.
pub const TOPICS: [Topic; 6] = [
    Topic {
        name: "check",
        usage: "check [EXERCISE] [--all]",
        summary: "Are the promises kept?",
        details: "Builds the exercise (the current one, unless another is named) and puts every \
                  promise to the test, each in a process of its own and on a simulated clock.\n\n\
                  --all   every exercise at once\n\n\
                  Exit code: 0 all promises kept, 1 not yet, 2 wrong call, 3 the tool or the \
                  machine failed.",
    },
    Topic {
        name: "hint",
        usage: "hint [EXERCISE] [N]",
        summary: "One step at a time",
        details: "Shows the next hint that you have not seen, or hint number N.",
    },
    Topic {
        name: "run",
        usage: "run [EXERCISE] [--solution]",
        summary: "Watch it happen on the real clock",
        details: "Runs the exercise's live example with your answer.\n\n\
                  --solution   with the course's answer instead",
    },
    Topic {
        name: "list",
        usage: "list",
        summary: "All exercises, and how far you are",
        details: "One line an exercise: its state, level, points and minutes.",
    },
    Topic {
        name: "verify",
        usage: "verify [EXERCISE] [--rounds N]",
        summary: "Prove the course (for authors)",
        details: "Proves that every skeleton fails, that every solution and every right answer \
                  passes, and that every wrong answer is rejected by the promises it names, in the \
                  words it names.\n\n\
                  --rounds N   put every answer to the test N times; the verdict must be the same",
    },
    Topic { name: "help", usage: "help [COMMAND]", summary: "This, or more on one", details: "" },
];

/// Reads the command line, the program's own name first.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    let mut words = Words::read(lexopt::Parser::from_iter(args))?;
    let Some(name) = words.next_plain() else {
        words.finish("")?;
        return Ok(if words.help { Command::Help(None) } else { Command::Status });
    };
    if name == "help" {
        let topic = words.next_plain();
        words.finish("help")?;
        return topic.map(|name| topic_named(&name)).transpose().map(Command::Help);
    }
    let topic = topic_named(&name)?;
    if words.help {
        return Ok(Command::Help(Some(topic)));
    }
    let command = match topic.name {
        "check" if words.all => Command::Check(Check::All),
        "check" => Command::Check(Check::One(words.next_plain())),
        "hint" => {
            let (exercise, number) = (words.next_plain(), words.next_plain());
            Command::Hint(Hint { exercise, number: number.map(|n| whole(&n)).transpose()? })
        }
        "run" => Command::Run(Run { exercise: words.next_plain(), solution: words.solution }),
        "list" => Command::List,
        _ => {
            let rounds = words.rounds.take().unwrap_or(1);
            Command::Verify(Verify { exercise: words.next_plain(), rounds })
        }
    };
    words.finish(topic.name)?;
    Ok(command)
}

/// The command line, sorted into options and plain words.
struct Words {
    plain: std::vec::IntoIter<String>,
    help: bool,
    all: bool,
    solution: bool,
    rounds: Option<usize>,
}

impl Words {
    fn read(mut parser: lexopt::Parser) -> Result<Words, Failure> {
        let wrong = |error: lexopt::Error| Failure::usage(format!("{error}. {SEE_HELP}"));
        let mut plain = Vec::new();
        let (mut help, mut all, mut solution, mut rounds) = (false, false, false, None);
        while let Some(arg) = parser.next().map_err(wrong)? {
            match arg {
                Short('h') | Long("help") => help = true,
                Long("all") => all = true,
                Long("solution") => solution = true,
                Long("rounds") => {
                    let n = parser.value().and_then(|value| value.parse()).map_err(wrong)?;
                    if n == 0 {
                        return Err(Failure::usage("--rounds takes a number from 1 on"));
                    }
                    rounds = Some(n);
                }
                Value(word) => plain.push(word.string().map_err(wrong)?),
                other => return Err(wrong(other.unexpected())),
            }
        }
        Ok(Words { plain: plain.into_iter(), help, all, solution, rounds })
    }

    fn next_plain(&mut self) -> Option<String> {
        self.plain.next()
    }

    /// Everything said must have been understood.
    fn finish(&mut self, command: &str) -> Result<(), Failure> {
        if let Some(extra) = self.plain.next() {
            return Err(Failure::usage(format!("what is \"{extra}\" here? {SEE_HELP}")));
        }
        let misplaced = [
            ("--all", self.all && command != "check"),
            ("--solution", self.solution && command != "run"),
            ("--rounds", self.rounds.is_some()),
        ];
        match misplaced.iter().find(|(_, misplaced)| *misplaced) {
            Some((option, _)) => {
                Err(Failure::usage(format!("{option} does not belong here. {SEE_HELP}")))
            }
            None => Ok(()),
        }
    }
}

const SEE_HELP: &str = "`cargo xtask help` tells what there is.";

fn topic_named(name: &str) -> Result<&'static Topic, Failure> {
    TOPICS.iter().find(|topic| topic.name == name).ok_or_else(|| {
        let names = TOPICS.iter().map(|topic| topic.name);
        let nearest = crate::course::nearest(name, names);
        let meant = nearest.map(|name| format!(" Did you mean \"{name}\"?")).unwrap_or_default();
        Failure::usage(format!("there is no command \"{name}\".{meant} {SEE_HELP}"))
    })
}

fn whole(word: &str) -> Result<usize, Failure> {
    match word.parse() {
        Ok(n) if n > 0 => Ok(n),
        _ => Err(Failure::usage(format!("\"{word}\" is no number of a hint: they count from 1"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        let args = ["xtask"].into_iter().chain(line.split_whitespace()).map(OsString::from);
        parse(args).map_err(|failure| failure.to_string())
    }

    fn one(name: &str) -> Option<String> {
        Some(name.to_owned())
    }

    #[test]
    fn every_command_is_understood() {
        assert_eq!(parsed(""), Ok(Command::Status));
        assert_eq!(parsed("check"), Ok(Command::Check(Check::One(None))));
        assert_eq!(parsed("check 01"), Ok(Command::Check(Check::One(one("01")))));
        assert_eq!(parsed("check --all"), Ok(Command::Check(Check::All)));
        let hint = Hint { exercise: one("01"), number: Some(2) };
        assert_eq!(parsed("hint 01 2"), Ok(Command::Hint(hint)));
        let run = Run { exercise: one("01"), solution: true };
        assert_eq!(parsed("run --solution 01"), Ok(Command::Run(run)));
        let verify = Verify { exercise: None, rounds: 9 };
        assert_eq!(parsed("verify --rounds 9"), Ok(Command::Verify(verify)));
        assert_eq!(parsed("list"), Ok(Command::List));
    }

    #[test]
    fn help_is_everywhere() {
        assert_eq!(parsed("--help"), Ok(Command::Help(None)));
        assert_eq!(parsed("help"), Ok(Command::Help(None)));
        for topic in &TOPICS {
            assert_eq!(parsed(&format!("help {}", topic.name)), Ok(Command::Help(Some(topic))));
        }
        for name in ["check", "list", "hint", "run", "verify"] {
            let asked = parsed(&format!("{name} --help"));
            assert!(matches!(asked, Ok(Command::Help(Some(topic))) if topic.name == name));
        }
    }

    #[test]
    fn what_makes_no_sense_is_said_with_a_way_on() {
        for line in [
            "chek",
            "check 01 02",
            "check --hard",
            "hint 01 0",
            "hint 01 two",
            "list --all",
            "check --rounds 3",
            "verify --rounds 0",
            "verify --rounds many",
            "help me",
        ] {
            let said = parsed(line).expect_err(line);
            assert!(said.len() > 20, "{line}: {said}");
        }
        assert!(parsed("chek").unwrap_err().contains("Did you mean \"check\"?"));
    }
}
