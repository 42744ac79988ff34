//! What is remembered between runs: it goes with the exercises, not with their numbers; it can be
//! carried anywhere; and what somebody else did to the file costs nothing.

mod support;

use std::fs;
use std::thread;
use support::{Course, IN_TURN, RIGHT};

/// What the file begins with.
const HEADING: &str =
    "# Your progress. One line an exercise: slug, state, promises kept, answer.\n";

#[test]
fn it_goes_with_the_exercise_when_numbers_change_and_others_come_in_between() {
    let course = Course::new("renumbered");
    let second = course.numbered("02", "stays-open");
    course.answer(RIGHT);
    second.answer(IN_TURN);
    course.xtask(&["check", "--all"]).says(1, &["1 of 2 exercises solved"]);
    for (folder, from, to) in [
        ("exercises", "01-renumbered", "07-renumbered"),
        ("solutions", "01-renumbered", "07-renumbered"),
        ("exercises", "02-stays-open", "05-stays-open"),
        ("solutions", "02-stays-open", "05-stays-open"),
    ] {
        let folder = course.root.join(folder);
        fs::rename(folder.join(from), folder.join(to)).unwrap();
    }
    course.numbered("01", "comes-first");
    course.xtask(&["list"]).says(
        0,
        &[
            "01 Tea ★ 0 of 10 points 5 min not begun",
            "05 Tea ★ 5 of 10 points 5 min 1 of 2 kept",
            "07 Tea ★ 10 of 10 points 5 min solved",
        ],
    );
    course.xtask(&[]).says(0, &["Next: 01 · Tea", "1 of 3 exercises solved, 15 of 30 points"]);
}

#[test]
fn points_weigh_as_the_manifest_says_and_follow_what_was_kept_of_what_there_was() {
    let course = Course::new("points");
    let second = course.numbered("02", "heavier");
    second.replace(&second.exercise("Cargo.toml"), "points = 10", "points = 25");
    course.answer(RIGHT);
    second.answer(IN_TURN);
    course.xtask(&["check", "--all"]).says(1, &[]);
    course.xtask(&["list"]).says(0, &["10 of 10 points", "12 of 25 points", "22 of 35 points"]);

    // A promise more, and the answer that solved it does not keep it.
    let test = "\n#[test]\nfn the_pot_is_warmed_twice() -> Kept {\n    \
                judge::run(brew).returns(14).kept()\n}\n";
    let tests = course.read(&course.test_file());
    course.write(&course.test_file(), &format!("{tests}{test}"));
    course.xtask(&["check", "01"]).says(1, &["2 of 3 promises kept"]);
    course.xtask(&["list", "01"]).says(0, &["✓ 01 Tea ★ 10 of 10 points 5 min solved"]);
}

#[test]
fn numbers_that_no_check_has_written_do_no_harm() {
    let course = Course::new("odd-numbers");
    for (line, points) in [
        ("odd-numbers solved 18446744073709551615/1 00000000000000aa", "10 of 10 points"),
        ("odd-numbers tried 18446744073709551615/18446744073709551615 0", "10 of 10 points"),
        ("odd-numbers tried 7/5 00000000000000aa", "10 of 10 points"),
        ("odd-numbers tried 0/0 00000000000000aa", "0 of 10 points"),
        ("odd-numbers tried 99999999999999999999/2 00000000000000aa", "0 of 10 points"),
    ] {
        course.write("progress.txt", line);
        course.xtask(&["list"]).says(0, &[points]);
        course.xtask(&["status"]).says(0, &[points]);
    }
}

#[test]
fn a_copy_that_another_system_has_been_at_is_read() {
    let course = Course::new("carried");
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    let text = course.read("progress.txt");
    for copy in [text.replace('\n', "\r\n"), format!("\u{feff}{}", text.replace('\n', "\r\n"))] {
        course.write("progress.txt", &copy);
        let solved = "✓ 01 Tea ★ 10 of 10 points 5 min solved";
        course.xtask(&["list"]).says(0, &[solved]);
        let hint = course.xtask(&["hint", "01", "1"]).says(0, &[]);
        assert!(!hint.contains("could not be read"), "{hint}");
        course.xtask(&["list"]).says(0, &[solved]);
        assert_eq!(course.progress_files(), ["progress.txt"]);
    }
}

#[test]
fn of_what_git_could_not_merge_the_better_of_both_is_kept() {
    let course = Course::new("merged");
    course.numbered("02", "also-merged");
    let conflict = format!(
        "{HEADING}<<<<<<< HEAD\n\
         merged tried 1/2 00000000000000aa hints=2\nalso-merged solved 2/2 00000000000000aa\n\
         ||||||| base\nmerged tried 0/2 00000000000000aa\n\
         =======\n\
         merged solved 2/2 00000000000000bb\nalso-merged tried 1/2 00000000000000bb hints=1\n\
         >>>>>>> laptop\n"
    );
    course.write("progress.txt", &conflict);
    course.xtask(&["list"]).says(0, &["2 of 2 exercises solved, 20 of 20 points"]);
    assert_eq!(course.read("progress.txt"), conflict, "looking changes nothing");

    // Even where there is nothing new to remember.
    let notice = "Parts of progress.txt could not be read.";
    course.xtask(&["hint", "01", "1"]).says(0, &[notice, "is now progress.txt.damaged-1"]);
    let merged = format!(
        "{HEADING}merged solved 2/2 00000000000000bb hints=2 hint=1\n\
         also-merged solved 2/2 00000000000000aa hints=1\n"
    );
    assert_eq!(course.read("progress.txt"), merged);
    assert_eq!(course.read("progress.txt.damaged-1"), conflict);
    let again = course.xtask(&["hint", "01", "1"]).says(0, &[]);
    assert!(!again.contains(notice), "{again}");
    assert_eq!(course.progress_files(), ["progress.txt", "progress.txt.damaged-1"]);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let course = Course::new("linked");
    course.write("shared/progress.txt", "linked tried 1/2 00000000000000aa\n");
    std::os::unix::fs::symlink("shared/progress.txt", course.root.join("progress.txt")).unwrap();
    course.xtask(&["hint"]).says(0, &[]);
    assert!(course.root.join("progress.txt").is_symlink());
    let text = course.read("shared/progress.txt");
    assert_eq!(text, format!("{HEADING}linked tried 1/2 00000000000000aa hints=1 hint=1\n"));
    assert_eq!(fs::read_dir(course.root.join("shared")).unwrap().count(), 1);
}

#[test]
fn what_a_killed_writer_left_is_cleared_away() {
    let course = Course::new("litter");
    course.write("progress.txt.new-1", "# Your prog");
    course.write("progress.txt.new-4194304", "");
    course.write("progress.txt.mine", "not the runner's");
    course.xtask(&["list"]).says(0, &[]);
    course.xtask(&["hint"]).says(0, &[]);
    assert_eq!(course.progress_files(), ["progress.txt", "progress.txt.mine"]);
}

#[test]
fn two_checks_at_once() {
    let course = Course::new("twice-first");
    let second = course.numbered("02", "twice-second");
    course.answer(RIGHT);
    second.answer(RIGHT);
    let all_at_once = |commands: &[[&str; 2]]| {
        thread::scope(|scope| {
            for command in commands {
                scope.spawn(|| course.xtask(command).says(0, &[]));
            }
        });
        course.read("progress.txt")
    };
    let progress =
        all_at_once(&[["check", "01"], ["check", "02"], ["check", "01"], ["check", "02"]]);
    for slug in ["twice-first", "twice-second"] {
        let lines = progress.lines().filter(|line| line.starts_with(&format!("{slug} solved 2/2")));
        assert_eq!(lines.count(), 1, "{progress}");
    }
    // Cargo makes builds take turns; what needs no build does meet at the file.
    for round in 0..20 {
        course.remove("progress.txt");
        let progress = all_at_once(&[["hint", "01"], ["hint", "02"], ["hint", "01"]]);
        for slug in ["twice-first tried", "twice-second tried"] {
            assert!(progress.contains(slug), "round {round}: {progress}");
        }
        assert_eq!(progress.lines().count(), 3, "round {round}: {progress}");
    }
}

#[test]
fn progress_that_cannot_be_saved_changes_no_verdict() {
    let course = Course::new("unsaved");
    fs::create_dir(course.root.join("progress.txt")).unwrap();
    let notice = "Your progress could not be saved to progress.txt";
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["2 of 2 promises kept", notice, "The verdict stands."]);
    course.answer(IN_TURN);
    course.xtask(&["check"]).says(1, &["1 of 2 promises kept", notice, "The verdict stands."]);
    course.xtask(&["hint"]).says(0, &["hint 1 of 3", notice]);
    course.xtask(&["list"]).says(0, &["0 of 10 points"]);
    course.xtask(&[]).says(0, &["Next: 01 · Tea"]);
}

#[test]
fn a_damaged_progress_file_is_set_aside_and_what_can_be_read_is_kept() {
    let course = Course::new("damaged");
    let damaged = b"elsewhere solved 3/3 00000000000000aa\n\xff\xfe\x00\ndamaged sol\n";
    let progress = course.root.join("progress.txt");
    fs::write(&progress, damaged).unwrap();
    // Looking changes nothing.
    course.xtask(&["list"]).says(0, &["0 of 10 points"]);
    assert_eq!(fs::read(&progress).unwrap(), damaged);

    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &["could not be read", "progress.txt.damaged-1"]);
    assert_eq!(fs::read(course.root.join("progress.txt.damaged-1")).unwrap(), damaged);
    let text = course.read("progress.txt");
    assert!(text.contains("elsewhere solved 3/3 00000000000000aa\n"), "{text}");
    assert!(text.contains("damaged solved 2/2 "), "{text}");
    assert_eq!(text.lines().count(), 3, "{text}");

    // Said once; and a second accident does not cost the first one's file.
    let again = course.xtask(&["check"]).says(0, &[]);
    assert!(!again.contains("damaged-"), "{again}");
    fs::write(&progress, b"<<<<<<< HEAD\n").unwrap();
    course.xtask(&["check"]).says(0, &["progress.txt.damaged-2"]);
    assert_eq!(
        course.progress_files(),
        ["progress.txt", "progress.txt.damaged-1", "progress.txt.damaged-2"]
    );
}
