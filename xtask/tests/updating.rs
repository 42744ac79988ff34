//! The commands of docs/updating.md: they bring a clone up to date and lose nothing.

#![cfg(unix)]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;
use support::{Course, IN_TURN, RIGHT, repository, source};

#[test]
fn answers_and_progress_survive_an_update_that_changes_renumbers_and_adds_exercises() {
    let course = Course::new("updating");
    let second = course.numbered("02", "updating-second");
    // As long as those of the course: git takes two short files that differ in a line for two files.
    for exercise in [&course, &second] {
        for file in [exercise.exercise("src/lib.rs"), exercise.solution("start.rs")] {
            let lesson: String =
                (1..=9).map(|n| format!("//! Line {n} of the lesson.\n")).collect();
            course.replace(&file, "//! Tea.\n", &format!("//! Tea.\n//!\n{lesson}"));
        }
    }
    sh(&course.root, "git init --quiet --initial-branch main && git add . && git commit -qm 1");
    let clone = course.root.with_file_name("updating-clone");
    let _ = fs::remove_dir_all(&clone);
    sh(&course.root, &format!("git clone --quiet . '{}'", clone.display()));

    // The learner: two answers, progress, and another that was replaced by a reset.
    let (right, in_turn) = (source(RIGHT), source(IN_TURN));
    fs::write(clone.join(course.exercise("src/lib.rs")), &right).unwrap();
    fs::write(clone.join(second.exercise("src/lib.rs")), &in_turn).unwrap();
    let progress = "updating solved 2/2 0\n";
    fs::write(clone.join("progress.txt"), progress).unwrap();

    // The course: other skeletons, a new exercise in the middle, another number.
    for exercise in [&course, &second] {
        for file in [exercise.exercise("src/lib.rs"), exercise.solution("start.rs")] {
            course.replace(&file, "boil the water", "fill the kettle, boil the water");
        }
    }
    for home in ["exercises", "solutions"] {
        let folder = |name: &str| course.root.join(home).join(name);
        fs::rename(folder("02-updating-second"), folder("03-updating-second")).unwrap();
    }
    let new = course.numbered("02", "updating-new");
    // Git takes a file for the one that was renamed if it is the same.
    for file in [new.exercise("src/lib.rs"), new.solution("start.rs")] {
        new.write(&file, "//! A cup.\n\npub fn pour() {\n    todo!(\"milk first\")\n}\n");
    }
    sh(&course.root, "git add . && git commit -qm 2");

    let page = fs::read_to_string(repository().join("docs/updating.md")).unwrap();
    let commands = page.split("```sh\n").nth(1).and_then(|rest| rest.split("```").next());
    sh(&clone, &format!("set -e\n{}", commands.expect("the page has commands")));

    let text = |path: &str| fs::read_to_string(clone.join(path)).unwrap_or_default();
    assert_eq!(text("exercises/01-updating/src/lib.rs"), right);
    assert_eq!(text("exercises/03-updating-second/src/lib.rs"), in_turn);
    assert!(text("exercises/02-updating-new/src/lib.rs").contains("milk first"));
    assert!(text("solutions/03-updating-second/start.rs").contains("fill the kettle"));
    assert!(!clone.join("exercises/02-updating-second").exists());
    assert_eq!(text("progress.txt"), progress);
    assert_eq!(sh(&clone, "git status --porcelain"), "?? progress.txt\n");
    // Once more, with nothing to commit and nothing to fetch.
    sh(&clone, commands.unwrap_or_default());
    assert_eq!(text("exercises/01-updating/src/lib.rs"), right);
}

/// What a shell prints that runs `script` in `folder`; git knows nothing but this.
#[track_caller]
fn sh(folder: &Path, script: &str) -> String {
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).current_dir(folder);
    shell.env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", "/dev/null");
    for role in ["AUTHOR", "COMMITTER"] {
        shell
            .env(format!("GIT_{role}_NAME"), "Ada")
            .env(format!("GIT_{role}_EMAIL"), "ada@example.org");
    }
    let output = shell.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{script}\n{printed}{said}");
    printed
}
