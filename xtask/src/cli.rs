//! Parses the command line.

mod arguments;
mod format;
mod topics;

pub use format::Format;
pub use topics::{TOPICS, Topic};

use crate::failure::Failure;
use arguments::Arguments;
use std::ffi::OsString;
use std::path::PathBuf;
use verdict::report_protocol::SEED;

const SEE_HELP: &str = "`cargo xtask help` tells what there is.";

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Help(Option<&'static Topic>),
    Status(Format),
    Check(Check),
    List(List),
    /// The exercise, or else the current one.
    Lesson(Option<String>),
    Hint(Hint),
    Reset(Reset),
    Run(Run),
    Watch(Watch),
    Timeline(Timeline),
    Solution(Solution),
    /// The slug of an exercise to make.
    New(String),
    Verify(Verify),
    /// What the grader is told, as it stands: it has a command line of its own.
    Grade(Vec<OsString>),
}

#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    pub exercises: Selection,
    /// What the inputs of promises about any input are drawn from.
    pub seed: u64,
    /// Whether to show everything that the compiler says.
    pub full: bool,
    pub format: Format,
}

/// Which exercises a command is about.
#[derive(Debug, PartialEq, Eq)]
pub enum Selection {
    /// The one named, or else the one that the command takes without a name.
    One(Option<String>),
    All,
}

#[derive(Debug, PartialEq, Eq)]
pub struct List {
    /// What an exercise must have, all of it, to be shown.
    pub words: Vec<String>,
    /// Whether to leave out what is solved.
    pub todo: bool,
    pub format: Format,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Hint {
    pub exercise: Option<String>,
    pub number: Option<usize>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Reset {
    pub exercises: Selection,
    /// Whether it is meant, so that nobody has to be asked.
    pub yes: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub exercise: Option<String>,
    pub solution: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Watch {
    /// The exercise to begin with, or else the current one.
    pub exercise: Option<String>,
    /// The command line that opens a file in an editor.
    pub edit_cmd: Option<String>,
    /// Whether files are opened only by the key for it.
    pub no_editor: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Timeline {
    pub exercise: Option<String>,
    /// Whether the course's solution is shown too.
    pub solution: bool,
    /// The answer to show in the place of the learner's.
    pub answer: Option<PathBuf>,
    /// Where to write the picture rather than showing it.
    pub svg: Option<PathBuf>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Solution {
    pub exercise: Option<String>,
    /// Whether to show it before a pass.
    pub spoil: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Verify {
    pub exercise: Option<String>,
    /// How often each answer is put to the test.
    pub rounds: usize,
    /// Whether only to write the digests of what the exercises consist of.
    pub digests: bool,
    /// Whether to prove anew what has been proved and not changed since.
    pub fresh: bool,
}

/// Reads the command line, the program's own name first.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    let mut args = args.into_iter();
    let program = args.next().unwrap_or_default();
    let args: Vec<OsString> = args.collect();
    if let Some((grade, rest)) = args.split_first()
        && grade == "grade"
    {
        // What else stands there is in the words of another program.
        let help = rest.iter().any(|word| word == "--help" || word == "-h");
        return Ok(match help {
            true => Command::Help(Some(Topic::named("grade")?)),
            false => Command::Grade(rest.to_vec()),
        });
    }
    let mut arguments =
        Arguments::read(lexopt::Parser::from_iter([program].into_iter().chain(args)))?;
    let help = arguments.flag("help");
    let command = match arguments.next_plain().as_deref() {
        None if help => Command::Help(None),
        None => Command::Status(Format::take(&mut arguments)?),
        Some("help") => {
            let topic = arguments.next_plain();
            Command::Help(topic.map(|name| Topic::named(&name)).transpose()?)
        }
        Some(name) => {
            let topic = Topic::named(name)?;
            if help {
                return Ok(Command::Help(Some(topic)));
            }
            command(topic, &mut arguments)?
        }
    };
    arguments.finish()?;
    Ok(command)
}

fn command(topic: &Topic, arguments: &mut Arguments) -> Result<Command, Failure> {
    Ok(match topic.name {
        "check" => {
            let format = Format::take(arguments)?;
            let seed = arguments.value("seed").map_or(Ok(SEED), |n| seed(&n))?;
            let full = arguments.flag("full");
            let exercises = Selection::take(arguments);
            Command::Check(Check { exercises, seed, full, format })
        }
        "hint" => {
            let (exercise, number) = (arguments.next_plain(), arguments.next_plain());
            Command::Hint(Hint {
                exercise,
                number: number.map(|n| number_of_hint(&n)).transpose()?,
            })
        }
        "reset" => {
            let yes = arguments.flag("yes");
            Command::Reset(Reset { exercises: Selection::take(arguments), yes })
        }
        "run" => {
            let solution = arguments.flag("solution");
            Command::Run(Run { exercise: arguments.next_plain(), solution })
        }
        "watch" => Command::Watch(Watch {
            edit_cmd: arguments.value("edit-cmd"),
            no_editor: arguments.flag("no-editor"),
            exercise: arguments.next_plain(),
        }),
        "status" => Command::Status(Format::take(arguments)?),
        "list" => Command::List(List {
            todo: arguments.flag("todo"),
            format: Format::take(arguments)?,
            words: arguments.all_plain(),
        }),
        "lesson" => Command::Lesson(arguments.next_plain()),
        "solution" => {
            let spoil = arguments.flag("spoil");
            Command::Solution(Solution { exercise: arguments.next_plain(), spoil })
        }
        "timeline" => Command::Timeline(Timeline {
            solution: arguments.flag("solution"),
            answer: arguments.value("answer").map(PathBuf::from),
            svg: arguments.value("svg").map(PathBuf::from),
            exercise: arguments.next_plain(),
        }),
        "new" => {
            Command::New(arguments.next_plain().ok_or_else(|| {
                Failure::usage("what is it called? As in: cargo xtask new try-join")
            })?)
        }
        _ => {
            let rounds = arguments.value("rounds").map_or(Ok(1), |n| rounds(&n))?;
            let digests = arguments.flag("digests");
            let fresh = arguments.flag("fresh");
            Command::Verify(Verify { exercise: arguments.next_plain(), rounds, digests, fresh })
        }
    })
}

impl Selection {
    fn take(arguments: &mut Arguments) -> Selection {
        if arguments.flag("all") { Selection::All } else { Selection::One(arguments.next_plain()) }
    }
}

fn number_of_hint(word: &str) -> Result<usize, Failure> {
    from_one_on(word).ok_or_else(|| {
        Failure::usage(format!("\"{word}\" isn't a hint number. Hints are numbered from 1."))
    })
}

fn rounds(word: &str) -> Result<usize, Failure> {
    from_one_on(word).ok_or_else(|| Failure::usage("--rounds takes a number from 1 on"))
}

/// Programs read it as a number in JSON, where larger ones grow inexact.
fn seed(word: &str) -> Result<u64, Failure> {
    const MOST: u64 = (1 << 53) - 1;
    let number = word.parse().ok().filter(|n| *n <= MOST);
    number.ok_or_else(|| {
        Failure::usage(format!("\"{word}\" isn't a seed. A seed is a whole number up to {MOST}."))
    })
}

fn from_one_on(word: &str) -> Option<usize> {
    word.parse().ok().filter(|n| *n > 0)
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
        let (text, json) = (Format::Text, Format::Json);
        assert_eq!(parsed(""), Ok(Command::Status(text)));
        assert_eq!(parsed("--format json"), Ok(Command::Status(json)));
        assert_eq!(parsed("status --format=json"), Ok(Command::Status(json)));
        let check = |exercises, seed, format| {
            Ok(Command::Check(Check { exercises, seed, full: false, format }))
        };
        assert_eq!(parsed("check"), check(Selection::One(None), SEED, text));
        assert_eq!(parsed("check 01"), check(Selection::One(one("01")), SEED, text));
        assert_eq!(parsed("check --all --seed 7"), check(Selection::All, 7, text));
        assert_eq!(parsed("check --format json --all"), check(Selection::All, SEED, json));
        let full = Check { exercises: Selection::One(None), seed: SEED, full: true, format: text };
        assert_eq!(parsed("check --full"), Ok(Command::Check(full)));
        let hint = Hint { exercise: one("01"), number: Some(2) };
        assert_eq!(parsed("hint 01 2"), Ok(Command::Hint(hint)));
        assert_eq!(parsed("lesson 01"), Ok(Command::Lesson(one("01"))));
        let reset = Reset { exercises: Selection::One(one("01")), yes: false };
        assert_eq!(parsed("reset 01"), Ok(Command::Reset(reset)));
        let reset_all = Reset { exercises: Selection::All, yes: true };
        assert_eq!(parsed("reset --all --yes"), Ok(Command::Reset(reset_all)));
        let run = Run { exercise: one("01"), solution: true };
        assert_eq!(parsed("run --solution 01"), Ok(Command::Run(run)));
        let solution = Solution { exercise: one("01"), spoil: true };
        assert_eq!(parsed("solution 01 --spoil"), Ok(Command::Solution(solution)));
        assert_eq!(parsed("new tea"), Ok(Command::New("tea".to_owned())));
        let verify = Verify { exercise: None, rounds: 9, digests: false, fresh: false };
        assert_eq!(parsed("verify --rounds 9"), Ok(Command::Verify(verify)));
        let all = List { words: Vec::new(), todo: false, format: text };
        assert_eq!(parsed("list --format text"), Ok(Command::List(all)));
        let words = vec!["streams".to_owned(), "01".to_owned()];
        let some = List { words, todo: true, format: json };
        assert_eq!(parsed("list streams --format json --todo 01"), Ok(Command::List(some)));
        let (answer, svg) = (Some("a.rs".into()), Some("b.svg".into()));
        let timeline = Timeline { exercise: one("01"), solution: true, answer, svg };
        let asked = parsed("timeline 01 --svg b.svg --solution --answer a.rs");
        assert_eq!(asked, Ok(Command::Timeline(timeline)));
        let watch = Watch { exercise: one("01"), edit_cmd: Some("vi".into()), no_editor: true };
        assert_eq!(parsed("watch 01 --no-editor --edit-cmd vi"), Ok(Command::Watch(watch)));
        let words = ["merge", "a", "--out", "b"].map(OsString::from).to_vec();
        assert_eq!(parsed("grade merge a --out b"), Ok(Command::Grade(words)));
    }

    #[test]
    fn help_is_everywhere() {
        assert_eq!(parsed("--help"), Ok(Command::Help(None)));
        assert_eq!(parsed("help"), Ok(Command::Help(None)));
        for topic in &TOPICS {
            assert_eq!(parsed(&format!("help {}", topic.name)), Ok(Command::Help(Some(topic))));
        }
        for name in [
            "status", "check", "grade", "hint", "list", "reset", "run", "solution", "timeline",
            "verify", "watch",
        ] {
            let asked = parsed(&format!("{name} --help"));
            assert!(matches!(asked, Ok(Command::Help(Some(topic))) if topic.name == name));
        }
        for line in ["grade subs --roster r.csv --help", "grade -h --shard", "grade merge a -h"] {
            let asked = parsed(line);
            assert!(
                matches!(asked, Ok(Command::Help(Some(topic))) if topic.name == "grade"),
                "{line}"
            );
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
            "status 01",
            "status --format yaml",
            "check --format",
            "hint --format json",
            "check --rounds 3",
            "check --seed tea",
            "check --seed 9007199254740992",
            "check --svg a.svg",
            "timeline --svg",
            "new",
            "new tea cups",
            "verify --rounds 0",
            "verify --rounds many",
            "reset 01 --all",
            "help me",
        ] {
            let said = parsed(line).expect_err(line);
            assert!(said.len() > 20, "{line}: {said}");
        }
        assert!(parsed("chek").unwrap_err().contains("Did you mean \"check\"?"));
    }
}
