//! Parses the grader's command line.

use crate::due::{Minute, Penalty};
use crate::sandbox::Wanted;
use crate::seed::Seed;
use crate::shard::Shard;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;
use std::str::FromStr;
use xtask::failure::Failure;

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Grade(Grade),
    Merge(Merge),
    Autograder(Autograder),
}

/// Grade these submissions.
#[derive(Debug, PartialEq, Eq)]
pub struct Grade {
    pub submissions: Vec<PathBuf>,
    pub roster: Option<PathBuf>,
    /// Where grades are kept.
    pub out: PathBuf,
    /// Only these exercises; all when there is none.
    pub exercises: Vec<String>,
    /// A folder of the instructor's own promises: a `SLUG.rs` for each exercise that has some.
    pub extra_tests: Option<PathBuf>,
    pub shard: Option<Shard>,
    /// What inputs are drawn from; the one that is kept with the grades, or else a new one, when there
    /// is none.
    pub seed: Option<Seed>,
    /// Whether to say only what would change.
    pub preview: bool,
    /// What protects the machine.
    pub wanted: Wanted,
    /// Only this student, afresh, to be shown and not kept.
    pub student: Option<String>,
    pub missing_as: MissingAs,
    /// Whether to go on though no answer was found for many.
    pub yes: bool,
    /// Until when what is handed in is on time.
    pub due: Option<Minute>,
    pub late_penalty: Option<Penalty>,
    /// A CSV file of points that count whatever the promises give.
    pub overrides: Option<PathBuf>,
    /// What gradebooks call it.
    pub title: Option<String>,
}

/// What a gradebook has for a student whose work could not be graded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MissingAs {
    /// Nothing: somebody has to look first.
    #[default]
    Blank,
    Zero,
}

impl FromStr for MissingAs {
    type Err = Failure;

    fn from_str(word: &str) -> Result<MissingAs, Failure> {
        match word {
            "blank" => Ok(MissingAs::Blank),
            "0" => Ok(MissingAs::Zero),
            _ => Err(Failure::usage(format!(
                "--missing-as takes 0 or blank (which it is without the option), not {word}"
            ))),
        }
    }
}

/// Put the parts of a class together.
#[derive(Debug, PartialEq, Eq)]
pub struct Merge {
    pub parts: Vec<PathBuf>,
    pub out: PathBuf,
    pub missing_as: MissingAs,
}

/// Make what a platform needs to grade by itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Autograder {
    pub platform: Platform,
    /// Only these exercises; all when there is none.
    pub exercises: Vec<String>,
    /// A folder of the instructor's own promises.
    pub extra_tests: Option<PathBuf>,
    /// What inputs are drawn from; a new one when there is none.
    pub seed: Option<Seed>,
    /// Where it goes, unless that is the usual place.
    pub out: Option<PathBuf>,
    /// Whether to go without a sandbox.
    pub trust: bool,
}

/// Where grading happens.
#[derive(Debug, PartialEq, Eq)]
pub enum Platform {
    Gradescope,
    GithubClassroom(CourseSource),
}

/// Where a workflow gets the course from.
#[derive(Debug, PartialEq, Eq)]
pub struct CourseSource {
    /// `OWNER/NAME`, on GitHub.
    pub repository: String,
    /// A commit, a tag or a branch.
    pub reference: String,
}

impl FromStr for CourseSource {
    type Err = Failure;

    /// `OWNER/NAME@REF`.
    fn from_str(text: &str) -> Result<CourseSource, Failure> {
        // It goes into a workflow as it stands.
        let plain = |part: &str, also: &str| {
            let fits = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c) || also.contains(c);
            !part.is_empty() && part.chars().all(fits)
        };
        let parts = text.split_once('@').and_then(|(repository, reference)| {
            let (owner, name) = repository.split_once('/')?;
            (plain(owner, "") && plain(name, "") && plain(reference, "/"))
                .then(|| (repository.to_owned(), reference.to_owned()))
        });
        let (repository, reference) = parts.ok_or_else(|| {
            Failure::usage(format!(
                "{text} isn't a repository with a commit. Name yours as OWNER/NAME@COMMIT, as in: \
                 --course ada/async-course@v1.2"
            ))
        })?;
        Ok(CourseSource { repository, reference })
    }
}

/// Where grades are kept, unless another folder is named.
const OUT: &str = "grades";

/// Reads what stands after `cargo xtask grade`.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    let mut parser = lexopt::Parser::from_args(args);
    let mut course = None;
    let mut out = None;
    let mut grade = Grade {
        submissions: Vec::new(),
        roster: None,
        out: OUT.into(),
        exercises: Vec::new(),
        extra_tests: None,
        shard: None,
        seed: None,
        preview: false,
        wanted: Wanted::All,
        student: None,
        missing_as: MissingAs::Blank,
        yes: false,
        due: None,
        late_penalty: None,
        overrides: None,
        title: None,
    };
    let mut autograder = false;
    let mut merge = false;
    while let Some(arg) = parser.next().map_err(nonsense)? {
        match arg {
            Value(word) if word == "merge" && !merge && grade.submissions.is_empty() => {
                merge = true;
            }
            Value(word) if word == "autograder" && !autograder && grade.submissions.is_empty() => {
                autograder = true;
            }
            Value(word) => grade.submissions.push(word.into()),
            Long("out") => out = Some(PathBuf::from(value(&mut parser)?)),
            Long("missing-as") if !autograder => grade.missing_as = text(&mut parser)?.parse()?,
            // Everything else is about grading.
            Long(_) | Short(_) if merge => return Err(nonsense(arg.unexpected())),
            Long("roster") => grade.roster = Some(value(&mut parser)?.into()),
            Long("exercise") => grade.exercises.push(text(&mut parser)?),
            Long("course") if autograder => course = Some(text(&mut parser)?.parse()?),
            Long("extra-tests") => grade.extra_tests = Some(value(&mut parser)?.into()),
            Long("shard") => grade.shard = Some(text(&mut parser)?.parse()?),
            Long("seed") => grade.seed = Some(text(&mut parser)?.parse()?),
            Long("trust-submissions") => grade.wanted = Wanted::Nothing,
            // Whatever is left is about submissions that are there.
            Long(_) | Short(_) if autograder => return Err(nonsense(arg.unexpected())),
            Long("preview") => grade.preview = true,
            Long("yes") => grade.yes = true,
            Long("without-namespaces") => grade.wanted = Wanted::WithoutNamespaces,
            Long("due") => grade.due = Some(text(&mut parser)?.parse()?),
            Long("late-penalty") => grade.late_penalty = Some(text(&mut parser)?.parse()?),
            Long("title") => grade.title = Some(text(&mut parser)?),
            Long("overrides") => grade.overrides = Some(value(&mut parser)?.into()),
            Long("student") => grade.student = Some(text(&mut parser)?),
            _ => return Err(nonsense(arg.unexpected())),
        }
    }
    if autograder {
        return parsed_autograder(grade, course, out).map(Command::Autograder);
    }
    grade.out = out.unwrap_or(grade.out);
    match (merge, grade.submissions.is_empty()) {
        (false, false) => Ok(Command::Grade(grade)),
        (true, false) => {
            let Grade { submissions: parts, out, missing_as, .. } = grade;
            Ok(Command::Merge(Merge { parts, out, missing_as }))
        }
        (false, true) => Err(Failure::usage(
            "which submissions? Name the folder or the archive that they are in, as in: cargo xtask \
             grade submissions",
        )),
        (true, true) => Err(Failure::usage(
            "which parts? Name the folders that they were graded into, as in: cargo xtask grade \
             merge part-1 part-2 --out grades",
        )),
    }
}

/// The options that it has in common with grading are read as those.
fn parsed_autograder(
    read: Grade,
    course: Option<CourseSource>,
    out: Option<PathBuf>,
) -> Result<Autograder, Failure> {
    let [platform] = &read.submissions[..] else { return Err(which_platform()) };
    let platform = match (platform.to_str(), course) {
        (Some("gradescope"), None) => Platform::Gradescope,
        (Some("github-classroom"), Some(course)) if read.extra_tests.is_none() => {
            Platform::GithubClassroom(course)
        }
        (Some("gradescope"), Some(_)) => {
            return Err(Failure::usage(
                "the zip for Gradescope has the course in it: leave out --course",
            ));
        }
        (Some("github-classroom"), Some(_)) => {
            return Err(Failure::usage(
                "learners can read all that a workflow reads, promises of your own too: leave out \
                 --extra-tests, and grade with them yourself",
            ));
        }
        (Some("github-classroom"), None) => {
            return Err(Failure::usage(
                "where does the workflow get the course from? Name your copy on GitHub, and a commit, as \
                 in: --course ada/async-course@v1.2",
            ));
        }
        _ => return Err(which_platform()),
    };
    let Grade { exercises, extra_tests, seed, wanted, .. } = read;
    let trust = wanted == Wanted::Nothing;
    Ok(Autograder { platform, exercises, extra_tests, seed, out, trust })
}

fn which_platform() -> Failure {
    Failure::usage(
        "for which platform? Name one, as in: cargo xtask grade autograder gradescope, or: cargo xtask \
         grade autograder github-classroom --course OWNER/NAME@COMMIT",
    )
}

fn value(parser: &mut lexopt::Parser) -> Result<OsString, Failure> {
    parser.value().map_err(nonsense)
}

fn text(parser: &mut lexopt::Parser) -> Result<String, Failure> {
    value(parser)?
        .into_string()
        .map_err(|word| Failure::usage(format!("{} cannot be read", word.to_string_lossy())))
}

fn nonsense(error: lexopt::Error) -> Failure {
    Failure::usage(format!("{error}. `cargo xtask help grade` tells what there is."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        let args = line.split_whitespace().map(OsString::from);
        parse(args).map_err(|failure| failure.to_string())
    }

    #[test]
    fn everything_that_can_be_said_is_understood() {
        let Ok(Command::Grade(plain)) = parsed("submissions") else { panic!("not understood") };
        assert_eq!(plain.submissions, [PathBuf::from("submissions")]);
        assert_eq!(plain.out, PathBuf::from("grades"));
        let line = "a b.zip --roster r.csv --out o --exercise 01 --exercise select --extra-tests x \
                    --shard 2/4 --seed 7 --preview --trust-submissions --student ada --missing-as 0 --yes \
                    --due 2026-03-01 --late-penalty 10%/day --overrides c.csv --title Week-1";
        let all = Grade {
            submissions: vec!["a".into(), "b.zip".into()],
            roster: Some("r.csv".into()),
            out: "o".into(),
            exercises: vec!["01".to_owned(), "select".to_owned()],
            extra_tests: Some("x".into()),
            shard: Some("2/4".parse().unwrap()),
            seed: Some("7".parse().unwrap()),
            preview: true,
            wanted: Wanted::Nothing,
            student: Some("ada".to_owned()),
            missing_as: MissingAs::Zero,
            yes: true,
            due: Some("2026-03-01T23:59".parse().unwrap()),
            late_penalty: Some("10%/day".parse().unwrap()),
            overrides: Some("c.csv".into()),
            title: Some("Week-1".to_owned()),
        };
        assert_eq!(parsed(line), Ok(Command::Grade(all)));
        let merge = Merge {
            parts: vec!["p1".into(), "p2".into()],
            out: "o".into(),
            missing_as: MissingAs::Zero,
        };
        assert_eq!(parsed("merge p1 p2 --out o --missing-as 0"), Ok(Command::Merge(merge)));
        let line = "autograder gradescope --exercise 01 --extra-tests x --seed 7 --out a.zip";
        let gradescope = Autograder {
            platform: Platform::Gradescope,
            exercises: vec!["01".to_owned()],
            extra_tests: Some("x".into()),
            seed: Some("7".parse().unwrap()),
            out: Some("a.zip".into()),
            trust: false,
        };
        assert_eq!(parsed(line), Ok(Command::Autograder(gradescope)));
        let Ok(Command::Autograder(github)) =
            parsed("autograder github-classroom --course ada/async.course@feature/1")
        else {
            panic!("not understood")
        };
        let (repository, reference) = ("ada/async.course".to_owned(), "feature/1".to_owned());
        let course = CourseSource { repository, reference };
        assert_eq!(github.platform, Platform::GithubClassroom(course));
        assert_eq!(
            parsed("./merge"),
            Ok(Command::Grade(Grade { submissions: vec!["./merge".into()], ..plain }))
        );
    }

    #[test]
    fn what_makes_no_sense_is_said_with_a_way_on() {
        for line in [
            "",
            "merge",
            "merge a --preview",
            "a --shard",
            "a --shard 5/4",
            "a --shard x",
            "a --seed",
            "a --seed x",
            "a --due tomorrow",
            "a --late-penalty 20",
            "merge a --seed 1",
            "merge a --yes",
            "a --missing-as",
            "a --missing-as 3",
            "autograder",
            "autograder canvas",
            "autograder gradescope --preview",
            "autograder gradescope --course a/b@c",
            "autograder github-classroom",
            "autograder github-classroom --course a/b",
            "autograder github-classroom --course a/b@c;d",
            "autograder github-classroom --course a/b@c --extra-tests x",
            "a --hard",
        ] {
            let said = parsed(line).expect_err(line);
            assert!(said.len() > 20, "{line}: {said}");
        }
    }
}
