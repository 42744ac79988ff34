//! `reset`: back to the skeleton, and nothing that was written is lost.

mod support;

use expect_test::expect;
use std::fs;
use support::{Course, IN_TURN, RIGHT, at, source};
#[cfg(target_os = "linux")]
use {
    std::io::Write,
    std::path::PathBuf,
    std::process::{Command, Stdio},
    support::{ran, with_room_for, without_powers},
};

#[test]
fn a_reset_goes_back_to_the_skeleton_and_keeps_what_it_replaces() {
    let course = Course::new("learn-reset");
    let answer = course.exercise("src/lib.rs");
    let start = course.read(&answer);
    // Nothing to replace, so nobody has to be sure.
    let reset = |columns| at(&course, columns, &["reset", "01", "--yes"]);
    expect![[r#"
        01 · Tea is as it began: nothing was changed.

          Edit     exercises/01-learn-reset/src/lib.rs
          Then     cargo xtask check 01
    "#]]
    .assert_eq(&at(&course, "80", &["reset", "01"]));
    assert!(!course.root.join("kept").exists());

    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    let solved = course.read("progress.txt");
    expect![[r#"
        01 · Tea is back to where it began.

          Kept     kept/learn-reset/lib-1.rs
          Edit     exercises/01-learn-reset/src/lib.rs
          Then     cargo xtask check 01
    "#]]
    .assert_eq(&reset("80"));
    course.answer(IN_TURN);
    expect![[r#"
        01 · Tea is back to where it began.

          Kept     kept/learn-reset/lib-2.rs
          Edit     exercises/01-learn-reset/src/lib.rs
          Then     cargo xtask check 01
    "#]]
    .assert_eq(&reset("40"));
    course.answer(RIGHT);
    expect![[r#"
        01 · Tea is back to where it began.

          Kept     kept/learn-reset/lib-3.rs
          Edit     exercises/01-learn-reset/src/lib.rs
          Then     cargo xtask check 01
    "#]]
    .assert_eq(&reset("120"));
    assert_eq!(course.read(&answer), start);
    for (n, code) in [(1, RIGHT), (2, IN_TURN), (3, RIGHT)] {
        assert_eq!(course.read(&format!("kept/learn-reset/lib-{n}.rs")), source(code));
    }
    // Solved stays solved, and the exercise is as sound as before.
    assert_eq!(course.read("progress.txt"), solved);
    course.xtask(&["list"]).says(0, &["10 of 10 points", "changed since"]);
    course.xtask(&["check", "01"]).says(1, &["boil the water"]);
}

#[test]
fn a_copy_is_the_same_byte_for_byte_and_takes_no_name_that_is_taken() {
    let course = Course::new("learn-reset-bytes");
    let path = course.root.join(course.exercise("src/lib.rs"));
    let bytes = b"\xff\xfe\x00 tea\r\n\n";
    course.write(&course.kept(1), "mine\n");
    fs::create_dir(course.root.join(course.kept(2))).unwrap();
    fs::write(&path, bytes).unwrap();
    course.xtask(&["reset", "01", "--yes"]).says(0, &[&course.kept(3)]);
    assert_eq!(course.read(&course.kept(1)), "mine\n");
    assert_eq!(fs::read(course.root.join(course.kept(3))).unwrap(), bytes);

    // Other line ends make no other text.
    let start = course.read(&course.exercise("src/lib.rs"));
    fs::write(&path, start.replace('\n', "\r\n")).unwrap();
    course.xtask(&["reset", "01"]).says(0, &["is as it began"]);
}

#[test]
fn what_is_gone_is_put_there() {
    let course = Course::new("learn-reset-gone");
    let answer = course.exercise("src/lib.rs");
    let start = course.read(&answer);
    for gone in [answer.clone(), course.exercise("src")] {
        course.remove(&gone);
        course.xtask(&["check"]).says(1, &["Your file is gone", "cargo xtask reset 01"]);
        let screen = course.xtask(&["reset", "01"]).says(0, &["is back to where it began."]);
        assert!(!screen.contains("Kept"), "{screen}");
        assert_eq!(course.read(&answer), start);
    }
    course.remove(&course.solution("start.rs"));
    course.answer(RIGHT);
    let back = format!("git checkout -- :/{}", course.solution("start.rs"));
    course.xtask(&["reset", "01", "--yes"]).says(3, &["the skeleton is gone", &back]);
    assert_eq!(course.read(&answer), source(RIGHT));
}

#[test]
fn what_is_replaced_has_to_be_named_and_meant() {
    let course = Course::new("learn-reset-sure");
    course.numbered("02", "learn-reset-sure-too").answer(IN_TURN);
    course.answer(RIGHT);
    course.xtask(&["reset"]).says(2, &["which exercise?", "cargo xtask reset 01"]);
    let answer = course.exercise("src/lib.rs");
    let one = format!("This replaces {answer}. A copy");
    course.xtask(&["reset", "01"]).says(2, &[&one, "say --yes"]);
    course.xtask(&["reset", "--all"]).says(2, &["This replaces 2 files.", "say --yes"]);
    assert_eq!(course.read(&answer), source(RIGHT));
    assert!(!course.root.join("kept").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_it_is_asked_once_and_only_yes_means_yes() {
    let course = Course::new("learn-reset-asks");
    course.numbered("02", "learn-reset-asks-too").answer(IN_TURN);
    let answer = course.exercise("src/lib.rs");
    for (reply, code) in [("", 1), ("n", 1), ("yours", 1), ("y", 0), ("Yes", 0)] {
        course.answer(RIGHT);
        let Some(screen) = on_a_terminal(&course, "reset 01", reply, code) else { return };
        assert!(screen.contains("Go on? [y/N]"), "{screen}");
        let replaced = course.read(&answer) != source(RIGHT);
        assert_eq!(replaced, code == 0, "{reply}: {screen}");
        assert_eq!(screen.contains("Nothing was changed."), code == 1, "{screen}");
    }
    course.answer(RIGHT);
    let screen = on_a_terminal(&course, "reset --all", "y", 0).unwrap();
    assert!(screen.contains("This replaces 2 files."), "{screen}");
    assert_eq!(screen.matches("[y/N]").count(), 1, "{screen}");
}

#[test]
fn of_all_exercises_one_that_cannot_be_reset_does_not_stop_the_others() {
    let course = Course::new("learn-reset-all");
    let second = course.numbered("02", "learn-reset-all-second");
    let third = course.numbered("03", "learn-reset-all-third");
    let fourth = course.numbered("04", "learn-reset-all-fourth");
    course.answer(RIGHT);
    second.remove(&second.exercise("src/lib.rs"));
    fs::create_dir(course.root.join(second.exercise("src/lib.rs"))).unwrap();
    third.answer(IN_TURN);
    fourth.remove(&fourth.exercise("src/lib.rs"));
    let ran = course.xtask(&["reset", "--all", "--yes"]);
    ran.says(3, &[]);
    expect![[r#"
        ✓ 01 · Tea  kept kept/learn-reset-all/lib-1.rs
        ✗ 02 · Tea  exercises/02-learn-reset-all-second/src/lib.rs is a folder, so it is
                    left alone. Move it to another place and try again.
        ✓ 03 · Tea  kept kept/learn-reset-all-third/lib-1.rs
        ✓ 04 · Tea  put there
    "#]]
    .assert_eq(&ran.stdout);
    assert!(course.root.join(second.exercise("src/lib.rs")).is_dir());
    assert_eq!(course.read(&third.kept(1)), source(IN_TURN));
    second.remove(&second.exercise("src/lib.rs"));
    course.xtask(&["reset", "--all"]).says(0, &["01 · Tea as it began", "02 · Tea put there"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_replaced_and_the_file_it_leads_to_is_left_alone() {
    let course = Course::new("learn-reset-link");
    let answer = course.exercise("src/lib.rs");
    let start = course.read(&answer);
    course.write("mine.rs", IN_TURN);
    for (target, kept) in [("mine.rs", true), ("nowhere.rs", false)] {
        let target = course.root.join(target);
        course.remove(&answer);
        std::os::unix::fs::symlink(&target, course.root.join(&answer)).unwrap();
        let ran = course.xtask(&["reset", "01", "--yes"]);
        let screen = ran.says(0, &["Link to", target.to_str().unwrap()]);
        assert_eq!(screen.contains(&course.kept(1)), kept, "{screen}");
        assert_eq!(course.read(&answer), start);
    }
    assert_eq!(course.read("mine.rs"), IN_TURN);
    assert_eq!(course.read(&course.kept(1)), IN_TURN);
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_can_be_written_nothing_is_lost() {
    use std::os::unix::fs::PermissionsExt;

    let course = Course::new("learn-reset-read-only");
    course.answer(RIGHT);
    let whole = files(&course);
    fs::create_dir(course.root.join("kept")).unwrap();
    for closed in [course.exercise("src"), "kept".to_owned()] {
        let folder = course.root.join(&closed);
        let set_mode =
            |mode| fs::set_permissions(&folder, PermissionsExt::from_mode(mode)).unwrap();
        set_mode(0o555);
        let lesser = without_powers(course.command(&["reset", "01", "--yes"]));
        let reset = lesser.map(|mut command| ran(&mut command));
        set_mode(0o755);
        // A superuser who cannot shed the power to write everywhere sees nothing of this.
        if let Some(reset) = reset {
            reset.says(3, &["could not", "Permission denied", "Nothing was replaced."]);
        }
        assert_eq!(files(&course), whole, "{closed}");
    }

    course.remove("kept");
    course.write("kept", "a file where a folder belongs\n");
    let whole = files(&course);
    course
        .xtask(&["reset", "01", "--yes"])
        .says(3, &["could not keep a copy", "Nothing was replaced."]);
    assert_eq!(files(&course), whole);
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_disk_nothing_is_lost() {
    let course = Course::new("learn-reset-full");
    // The skeleton is small enough, the copy is not.
    let long = format!("{RIGHT}{}", "// Tea.\n".repeat(1000));
    for (blocks, code, said) in
        [(0, RIGHT, "could not write exercises/"), (1, &*long, "could not keep a copy in")]
    {
        course.answer(code);
        let whole = files(&course);
        let command = course.command(&["reset", "01", "--yes"]);
        ran(&mut with_room_for(blocks, &command)).says(3, &[said, "Nothing was replaced."]);
        assert_eq!(files(&course), whole);
    }
}

/// A command's screen on a terminal of its own, where `reply` is typed; `None` where no such terminal
/// can be had.
#[cfg(target_os = "linux")]
fn on_a_terminal(course: &Course, args: &str, reply: &str, code: i32) -> Option<String> {
    let inner = course.command(&[]);
    let line = format!("{} {args}", inner.get_program().display());
    let mut terminal = Command::new("script");
    terminal.args(["--quiet", "--return", "--command", &line, "/dev/null"]);
    terminal.current_dir(&course.root).stdin(Stdio::piped()).stdout(Stdio::piped());
    terminal.envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    let mut terminal = terminal.env_remove("CARGO").env("NO_COLOR", "1").spawn().ok()?;
    let mut typing = terminal.stdin.take().unwrap();
    writeln!(typing, "{reply}").unwrap();
    let output = terminal.wait_with_output().unwrap();
    let screen = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(code), "{reply}: {screen}");
    Some(screen)
}

/// Every file of the course, with its bytes.
#[cfg(target_os = "linux")]
fn files(course: &Course) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut folders, mut files) = (vec![course.root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push((path.clone(), fs::read(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}
