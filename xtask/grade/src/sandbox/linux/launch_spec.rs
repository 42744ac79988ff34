//! What the process inside the sandbox has to do, as words on its command line.
//!
//! Nothing of this is secret, and nothing of it comes from a submission.

use super::super::{ConfinedCommand, Limits, Purpose};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

#[derive(Debug, PartialEq, Eq)]
pub struct LaunchSpec {
    pub limits: Limits,
    /// Close whatever is open up to this one, but for the three that every program has.
    pub highest_file: i32,
    /// Become this user, and the group of the same number.
    pub user: Option<u32>,
    /// `None` where the submissions are trusted.
    pub confinement: Option<Confinement>,
    /// Then become this program.
    pub program: Program,
}

/// What Landlock and the filter let through.
#[derive(Debug, PartialEq, Eq)]
pub struct Confinement {
    pub purpose: Purpose,
    pub read: Vec<PathBuf>,
    pub execute: Vec<PathBuf>,
    pub write: Vec<PathBuf>,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Program {
    pub path: PathBuf,
    pub args: Vec<OsString>,
    /// `NAME=value` each.
    pub env: Vec<String>,
}

impl From<&ConfinedCommand<'_>> for Program {
    fn from(confined: &ConfinedCommand) -> Program {
        Program {
            path: confined.program.to_owned(),
            args: confined.args.to_vec(),
            env: confined.env.iter().map(|(name, value)| format!("{name}={value}")).collect(),
        }
    }
}

impl LaunchSpec {
    /// Pairs of a word and its value; the program and its arguments come last.
    pub fn words(&self) -> Vec<OsString> {
        let mut words: Vec<OsString> = Vec::new();
        let mut say = |word: &str, value: &OsStr| words.extend([word.into(), value.to_owned()]);
        for (word, value) in limits(&self.limits) {
            say(word, value.to_string().as_ref());
        }
        say("close", self.highest_file.to_string().as_ref());
        if let Some(user) = self.user {
            say("user", user.to_string().as_ref());
        }
        if let Some(confinement) = &self.confinement {
            say("purpose", key(confinement.purpose).as_ref());
            let paths = [
                ("read", &confinement.read),
                ("execute", &confinement.execute),
                ("write", &confinement.write),
            ];
            for (word, paths) in paths {
                paths.iter().for_each(|path| say(word, path.as_os_str()));
            }
        }
        self.program.env.iter().for_each(|pair| say("env", pair.as_ref()));
        say("program", self.program.path.as_os_str());
        words.extend(self.program.args.iter().cloned());
        words
    }

    /// `None` when the words are not such orders.
    pub fn from_words(mut words: impl Iterator<Item = OsString>) -> Option<LaunchSpec> {
        let mut numbers = [None; 6];
        let (mut highest_file, mut user, mut purpose, mut env) = (None, None, None, Vec::new());
        let (mut read, mut execute, mut write) = (Vec::new(), Vec::new(), Vec::new());
        loop {
            let word = words.next()?;
            let value = words.next()?;
            match word.to_str()? {
                "close" => highest_file = value.to_str()?.parse().ok(),
                "user" => user = Some(value.to_str()?.parse().ok()?),
                "purpose" => purpose = Some(purpose_of(value.to_str()?)?),
                "read" => read.push(value.into()),
                "execute" => execute.push(value.into()),
                "write" => write.push(value.into()),
                "env" => env.push(value.into_string().ok()?),
                "program" => {
                    let [cpu, memory, file, open_files, threads, scratch] = numbers;
                    return Some(LaunchSpec {
                        limits: Limits {
                            cpu: cpu?,
                            memory: memory?,
                            file: file?,
                            open_files: open_files?,
                            threads: threads?,
                            scratch: scratch?,
                        },
                        highest_file: highest_file?,
                        user,
                        confinement: purpose.map(|purpose| Confinement {
                            purpose,
                            read,
                            execute,
                            write,
                        }),
                        program: Program { path: value.into(), args: words.collect(), env },
                    });
                }
                limit => {
                    let index = LIMITS.iter().position(|name| *name == limit)?;
                    numbers[index] = Some(value.to_str()?.parse().ok()?);
                }
            }
        }
    }
}

const LIMITS: [&str; 6] = ["cpu", "memory", "file", "open-files", "threads", "scratch"];

fn limits(limits: &Limits) -> impl Iterator<Item = (&'static str, u64)> {
    let Limits { cpu, memory, file, open_files, threads, scratch } = *limits;
    LIMITS.into_iter().zip([cpu, memory, file, open_files, threads, scratch])
}

fn key(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Compile => "compile",
        Purpose::Link => "link",
        Purpose::Run => "run",
    }
}

fn purpose_of(key: &str) -> Option<Purpose> {
    let all = [Purpose::Compile, Purpose::Link, Purpose::Run];
    all.into_iter().find(|purpose| self::key(*purpose) == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_arrive_as_they_were_given() {
        let confined = LaunchSpec {
            limits: Purpose::Link.limits(),
            highest_file: 7,
            user: Some(60_600),
            confinement: Some(Confinement {
                purpose: Purpose::Link,
                read: vec!["/usr".into(), "/a b".into()],
                execute: vec!["/usr".into()],
                write: vec!["/tmp".into()],
            }),
            program: Program {
                path: "/program".into(),
                // Words of ours, as somebody else's.
                args: vec!["program".into(), "user".into(), "0".into()],
                env: vec!["A=b=c".to_owned()],
            },
        };
        assert_eq!(LaunchSpec::from_words(confined.words().into_iter()), Some(confined));

        let trusted = LaunchSpec {
            limits: Purpose::Run.limits(),
            highest_file: 2,
            user: None,
            confinement: None,
            program: Program { path: "/program".into(), args: Vec::new(), env: Vec::new() },
        };
        assert_eq!(LaunchSpec::from_words(trusted.words().into_iter()), Some(trusted));
    }

    #[test]
    fn orders_that_say_too_little_or_something_else_are_none() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        let all = "cpu 1 memory 1 file 1 open-files 1 threads 1 scratch 1 close 3 program /p";
        assert!(LaunchSpec::from_words(words(all).into_iter()).is_some());
        for bad in [
            all.replace("cpu 1 ", ""),
            all.replace("close 3 ", ""),
            all.replace(" program /p", ""),
            all.replace("close 3", "close 3 purpose fun"),
            all.replace("close 3", "close 3 user nobody"),
            all.replace("close 3", "close 3 wish 7"),
        ] {
            assert!(LaunchSpec::from_words(words(&bad).into_iter()).is_none(), "{bad}");
        }
    }
}
