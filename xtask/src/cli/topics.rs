//! The commands, as their help describes them.

use super::SEE_HELP;
use crate::failure::Failure;

/// A command as its help describes it.
#[derive(Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: &'static str,
    pub usage: &'static str,
    pub summary: &'static str,
    pub details: &'static str,
}

/// Every command that can be named, in the order in which a learner meets them.
pub const TOPICS: [Topic; 14] = [
    Topic {
        name: "status",
        usage: "status",
        summary: "Where you are, and how to go on",
        details: "How many exercises are solved, how many points that is, what is next, and what \
                  was changed since it was solved.\n\n\
                  --format json: for programs; docs/json.md describes it",
    },
    Topic {
        name: "lesson",
        usage: "lesson [EXERCISE]",
        summary: "Read what an exercise is about",
        details: "Shows the exercise's README in the terminal: the current one's, unless another is named. \
                  Where it is longer than the terminal, $PAGER (or less) shows it a screen at a time, except \
                  on Windows.",
    },
    Topic {
        name: "check",
        usage: "check [EXERCISE] [--all] [--full]",
        summary: "Are the promises kept?",
        details: "Builds the exercise (the current one, unless another is named) and puts every \
                  promise to the test, each in a process of its own and on a simulated clock.\n\n\
                  --all: every exercise at once\n\n\
                  --full: everything that the compiler says, if it doesn't compile\n\n\
                  --seed N: draw the inputs of promises about any input from N, to see again what \
                  verify or a grader saw. Without it they are the same each time.\n\n\
                  --format json: for programs; docs/json.md describes it\n\n\
                  Exit code: 0 all promises kept, 1 not yet, 2 wrong call, 3 the tool or the \
                  machine failed.",
    },
    Topic {
        name: "watch",
        usage: "watch [EXERCISE] [--edit-cmd CMD]",
        summary: "Check at every save; all else is a key away",
        details: "Checks the exercise (the current one, unless another is named) whenever you save \
                  it, and shows the verdict. A save during a check stops it: what is shown is always \
                  about the newest text. The keys stand at the bottom, and ? shows all of them. Arrows \
                  and page keys move in what is longer than the screen.\n\n\
                  The key e opens the exercise's src/lib.rs in your editor, and so does going on to the \
                  next exercise: in VS Code's terminal by `code`, in Zellij and tmux in a new pane with \
                  $VISUAL or $EDITOR.\n\n\
                  --edit-cmd CMD: by this command, which gets the file as its last word\n\n\
                  --no-editor: only by the key\n\n\
                  Without a terminal it prints every verdict, until it is interrupted.",
    },
    Topic {
        name: "hint",
        usage: "hint [EXERCISE] [N]",
        summary: "One step at a time",
        details: "Shows the hint that fits the last check, or hint number N. The hint that you saw last \
                  is shown again until you ask for another, check again, or reset the exercise.",
    },
    Topic {
        name: "reset",
        usage: "reset [EXERCISE|--all] [--yes]",
        summary: "Begin an exercise afresh",
        details: "Puts the skeleton back in the place of your src/lib.rs. What you wrote is kept at the \
                  course's root: as kept/NAME/lib-1.rs, then lib-2.rs and so on, where NAME is the \
                  exercise's. What you have solved stays solved. Without EXERCISE, go to its folder \
                  first.\n\n\
                  --all: every exercise at once\n\n\
                  --yes: do not ask first",
    },
    Topic {
        name: "run",
        usage: "run [EXERCISE] [--solution]",
        summary: "Watch it happen on the real clock",
        details: "Runs the exercise's live example with your answer.\n\n\
                  --solution: with the course's answer instead",
    },
    Topic {
        name: "solution",
        usage: "solution [EXERCISE] [--spoil]",
        summary: "Your answer beside ours",
        details: "Shows what differs, why ours is as it is, and other ways that are worth reading, \
                  once the exercise is solved. Without EXERCISE, go to its folder first.\n\n\
                  --spoil: before that too",
    },
    Topic {
        name: "timeline",
        usage: "timeline [EXERCISE] [--solution]",
        summary: "The picture of each promise's run",
        details: "Shows what your answer did and when, promise by promise. Those whose runs look the \
                  same share a picture. It is no check: your progress stays as it is.\n\n\
                  --solution: the course's solution too, beside yours where there is room\n\n\
                  --answer FILE: the answer in that file instead of yours\n\n\
                  --svg FILE: written there as an SVG, for a page, instead of shown here\n\n\
                  Exit code: 0 shown, 1 the answer does not compile, 2 wrong call, 3 the tool or \
                  the machine failed.",
    },
    Topic {
        name: "list",
        usage: "list [WORD…] [--todo]",
        summary: "All exercises, and how far you are",
        details: "The exercises, part by part: state, level, points and minutes. With words, only \
                  those that have each of them in their number, name, title, part or concepts.\n\n\
                  --todo: only what is not solved\n\n\
                  --format json: for programs; docs/json.md describes it",
    },
    Topic {
        name: "grade",
        usage: "grade SUBMISSIONS… [OPTION…]",
        summary: "Grade a class (for instructors)",
        details: "Grades what stands in these folders or archives, one entry per student. Their code runs \
                  in a sandbox (Linux with bubblewrap). docs/instructors.md tells all of it.\n\n\
                  --out DIR: where grades are kept (grades, unless another is named)\n\n\
                  --roster FILE: a CSV file that says whose entry is whose\n\n\
                  --exercise NAME: only this one; may stand several times\n\n\
                  --extra-tests DIR: promises of your own, in a SLUG.rs for each exercise\n\n\
                  --title TEXT: what gradebooks call it; for Canvas, as in its own export: \
                  \"Week 1 (98765)\"\n\n\
                  --due TIME: until when it is on time, as in 2026-03-01T23:59\n\n\
                  --late-penalty 20%: what being late costs; 10%/day for each day\n\n\
                  --overrides FILE: a CSV file of id, exercise, points, comment: your own word\n\n\
                  --preview: say what would change, and change nothing\n\n\
                  --student ID|NAME: grade only this one, afresh, and keep nothing\n\n\
                  --seed N: what inputs are drawn from; otherwise a new class draws one and keeps it\n\n\
                  --shard K/N: only the K-th of N parts of the class\n\n\
                  --missing-as 0: a zero in the gradebooks for what could not be graded; without this it \
                  is blank\n\n\
                  --yes: go on though no answer was found for a third of the class or more\n\n\
                  --without-namespaces: for a container that allows none: all other layers of the \
                  sandbox\n\n\
                  --trust-submissions: go without the sandbox; it stands in every result\n\n\
                  grade autograder gradescope: make autograder.zip, with which Gradescope grades by \
                  itself\n\n\
                  grade autograder github-classroom --course OWNER/NAME@COMMIT: make the workflow that \
                  grades a learner's repository on GitHub\n\n\
                  grade merge DIR… --out DIR: put parts together\n\n\
                  Exit code: 0 everybody is graded, 2 wrong call, 3 the tool or the machine failed: \
                  nobody is given a grade for that.",
    },
    Topic {
        name: "new",
        usage: "new SLUG",
        summary: "Make an exercise (for authors)",
        details: "Makes the two folders of a new exercise, after the last of the course. It compiles, \
                  and `verify` lists what only an author can write. docs/authors.md tells how.",
    },
    Topic {
        name: "verify",
        usage: "verify [EXERCISE] [--rounds N]",
        summary: "Prove the course (for authors)",
        details: "Proves that every skeleton fails, that every solution and every right answer \
                  passes, and that every wrong answer is rejected by the promises it names, in the \
                  words it names.\n\n\
                  --rounds N: put every answer to the test N times. The first round is what check does. \
                  Every other round draws the inputs of promises about any input from another seed, \
                  and its verdict must be the same. If it isn't, the seed is named: copy the answer \
                  over src/lib.rs, and check --seed shows that round.\n\n\
                  --fresh: prove everything. Otherwise, what was proved before and has not changed since \
                  is only reported.\n\n\
                  --digests: prove nothing. Write into each solution's Cargo.toml what check compares \
                  an exercise's tests, src/given.rs and Cargo.toml with: do so whenever you have \
                  edited one of them.",
    },
    Topic { name: "help", usage: "help [COMMAND]", summary: "This, or more on one", details: "" },
];

impl Topic {
    /// The command of this name.
    pub(super) fn named(name: &str) -> Result<&'static Topic, Failure> {
        TOPICS.iter().find(|topic| topic.name == name).ok_or_else(|| {
            let names = TOPICS.iter().map(|topic| topic.name);
            let nearest = crate::course::nearest(name, names);
            let meant = nearest.map(|name| format!(" Did you mean \"{name}\"?"));
            let meant = meant.unwrap_or_default();
            Failure::usage(format!("there is no command \"{name}\".{meant} {SEE_HELP}"))
        })
    }
}
