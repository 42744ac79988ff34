//! What helps when a check alone does not: a hint that fits, a fresh start, and in the end the
//! course's own answer beside one's own.

mod support;

use expect_test::expect;
use std::fs;
use support::{Course, IN_TURN, RIGHT, ran, source};
#[cfg(target_os = "linux")]
use {
    std::io::Write,
    std::path::PathBuf,
    std::process::{Command, Stdio},
    support::{with_room_for, without_powers},
};

// Hints.

#[test]
fn a_hint_is_read_at_any_width() {
    let course = Course::new("learn-hint");
    course.write(&course.exercise("hints.md"), HINTS);
    let hint = |columns| at(&course, columns, &["hint", "01", "1"]);
    expect![[r#"
        01 · Tea · hint 1 of 4

        What boils first?

          Look at the picture. Read about
          `tokio::join!`
          (https://docs.rs/tokio), which takes
          *both*, and put two into a `vec![…]`:

            let (soup, bread) = tokio::join!(soup(), bread());

          Then look again.

          The next one: cargo xtask hint 01
    "#]]
    .assert_eq(&hint("40"));
    expect![[r#"
        01 · Tea · hint 1 of 4

        What boils first?

          Look at the picture. Read about `tokio::join!` (https://docs.rs/tokio), which
          takes *both*, and put two into a `vec![…]`:

            let (soup, bread) = tokio::join!(soup(), bread());

          Then look again.

          The next one: cargo xtask hint 01
    "#]]
    .assert_eq(&hint("80"));
    assert_eq!(hint("120"), hint("100"));
}

#[test]
fn a_link_leads_somewhere_where_terminals_follow_links_and_is_spelt_out_where_not() {
    let course = Course::new("learn-links");
    course.write(&course.exercise("hints.md"), HINTS);
    let hint = |variables: &[(&str, &str)]| {
        let mut command = course.command(&["hint", "01", "1"]);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        ran(command.envs(variables.iter().copied())).says(0, &[])
    };
    let spelt_out = "`tokio::join!` (https://docs.rs/tokio),";
    let link = "\x1b]8;;https://docs.rs/tokio\x1b\\`tokio::join!`\x1b]8;;\x1b\\,";
    let forced = ("FORCE_HYPERLINK", "1");
    assert!(hint(&[]).contains(spelt_out));
    let linked = hint(&[forced, ("CLICOLOR_FORCE", "1")]);
    assert!(linked.contains(link) && !linked.contains("(https"), "{linked:?}");
    // What takes out colours takes out links as well: the address must not go with them.
    assert!(hint(&[forced]).contains(spelt_out));
    assert!(hint(&[forced, ("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]).contains(spelt_out));
}

#[test]
fn after_the_same_broken_promise_three_times_a_fitting_hint_is_offered() {
    let course = Course::new("learn-offer");
    course.write(&course.exercise("hints.md"), HINTS);
    let mut pauses = 0;
    // Every time another text, with the same mistake.
    let mut another = |code: &str| {
        pauses += 1;
        course.answer(
            &code.replace("brew() -> u32 {\n", &format!("brew() -> u32 {{\n    // {pauses}\n")),
        );
    };
    let check = || course.xtask(&["check"]).says(1, &[]);
    let usual = "Stuck?   cargo xtask hint 01";
    another(IN_TURN);
    assert!(check().contains(usual));
    // The same text again is no other attempt, and what does not compile is none either.
    assert!(check().contains(usual));
    assert!(check().contains(usual));
    another(IN_TURN);
    assert!(check().contains(usual));
    course.answer("\npub async fn brew() -> u32 {\n");
    check();
    another(IN_TURN);
    let screen = |columns| end_of(&at(&course, columns, &["check", "01"]));
    expect![[r#"
        Broken three times now. Hint 2 is
        about this:
        cargo xtask hint 01 2
    "#]]
    .assert_eq(&screen("40"));
    expect![[r#"
        Broken three times now. Hint 2 is about this: cargo xtask hint 01 2
    "#]]
    .assert_eq(&screen("80"));
    assert_eq!(screen("120"), screen("80"));
    another(IN_TURN);
    assert!(check().contains("Broken four times now. Hint 2 is about this:"));
    let remembered = " again=the_pot_is_warm_when_the_water_boils*4\n";
    assert!(course.read("progress.txt").ends_with(remembered), "{}", course.read("progress.txt"));

    // One that was seen is not offered again; the next that fits is, and after that none.
    course.xtask(&["hint", "01", "2"]).says(0, &["hint 2 of 4"]);
    assert!(check().contains("Hint 4 is about this: cargo xtask hint 01 4"));
    course.xtask(&["hint", "01", "4"]).says(0, &["hint 4 of 4"]);
    let screen = check();
    assert!(screen.contains(usual) && !screen.contains("about this"), "{screen}");
}

#[test]
fn another_broken_promise_or_a_kept_one_begins_the_count_anew() {
    let course = Course::new("learn-offer-anew");
    let six = RIGHT.replace('7', "6");
    let eight = RIGHT.replace('7', "8");
    let mut last = String::new();
    for code in [&IN_TURN.replace("2 *", "4 *"), IN_TURN, &six, IN_TURN, &six, &eight] {
        course.answer(code);
        last = course.xtask(&["check"]).says(1, &["Stuck?"]);
    }
    assert!(!last.contains("about this"), "{last}");
    let text = course.read("progress.txt");
    assert!(text.ends_with(" again=it_makes_seven_cups*2\n"), "{text}");
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    assert!(!course.read("progress.txt").contains("again="));
}

#[test]
fn hints_that_cannot_be_read_cost_no_verdict() {
    let course = Course::new("learn-offer-none");
    course.remove(&course.exercise("hints.md"));
    for code in [IN_TURN, &IN_TURN.replace("2 *", "3 *"), &IN_TURN.replace("2 *", "4 *")] {
        course.answer(code);
        course.xtask(&["check"]).says(1, &["1 of 2 promises kept", "Stuck?"]);
    }
}

// Reset.

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
    assert!(!course.root.join(course.exercise("kept")).exists());

    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    let solved = course.read("progress.txt");
    expect![[r#"
        01 · Tea is back to where it began.

          Kept     exercises/01-learn-reset/kept/lib-1.rs
          Edit     exercises/01-learn-reset/src/lib.rs
          Then     cargo xtask check 01
    "#]]
    .assert_eq(&reset("80"));
    course.answer(IN_TURN);
    expect![[r#"
        01 · Tea is back to where it began.

          Kept     exercises/01-learn-reset/kept/lib-2.rs
          Edit     exercises/01-learn-reset/src/lib.rs
          Then     cargo xtask check 01
    "#]]
    .assert_eq(&reset("40"));
    course.answer(RIGHT);
    expect![[r#"
        01 · Tea is back to where it began.

          Kept     exercises/01-learn-reset/kept/lib-3.rs
          Edit     exercises/01-learn-reset/src/lib.rs
          Then     cargo xtask check 01
    "#]]
    .assert_eq(&reset("120"));
    assert_eq!(course.read(&answer), start);
    for (n, code) in [(1, RIGHT), (2, IN_TURN), (3, RIGHT)] {
        assert_eq!(course.read(&course.exercise(&format!("kept/lib-{n}.rs"))), source(code));
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
    course.write(&course.exercise("kept/lib-1.rs"), "mine\n");
    fs::create_dir(course.root.join(course.exercise("kept/lib-2.rs"))).unwrap();
    fs::write(&path, bytes).unwrap();
    course.xtask(&["reset", "01", "--yes"]).says(0, &["kept/lib-3.rs"]);
    assert_eq!(course.read(&course.exercise("kept/lib-1.rs")), "mine\n");
    assert_eq!(fs::read(course.root.join(course.exercise("kept/lib-3.rs"))).unwrap(), bytes);

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
    let back = format!("git checkout -- {}", course.solution("start.rs"));
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
    assert!(!course.root.join(course.exercise("kept")).exists());
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
        ✓ 01 · Tea  kept exercises/01-learn-reset-all/kept/lib-1.rs
        ✗ 02 · Tea  exercises/02-learn-reset-all-second/src/lib.rs is a folder, so it is
                    left alone. Move it to another place and try again.
        ✓ 03 · Tea  kept exercises/03-learn-reset-all-third/kept/lib-1.rs
        ✓ 04 · Tea  put there
    "#]]
    .assert_eq(&ran.stdout);
    assert!(course.root.join(second.exercise("src/lib.rs")).is_dir());
    assert_eq!(course.read(&third.exercise("kept/lib-1.rs")), source(IN_TURN));
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
        assert_eq!(screen.contains("kept/lib-1.rs"), kept, "{screen}");
        assert_eq!(course.read(&answer), start);
    }
    assert_eq!(course.read("mine.rs"), IN_TURN);
    assert_eq!(course.read(&course.exercise("kept/lib-1.rs")), IN_TURN);
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_can_be_written_nothing_is_lost() {
    use std::os::unix::fs::PermissionsExt;

    let course = Course::new("learn-reset-read-only");
    course.answer(RIGHT);
    let whole = files(&course);
    for closed in ["src", ""] {
        let folder = course.root.join(course.exercise(closed));
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

    course.write(&course.exercise("kept"), "a file where a folder belongs\n");
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

// The course's own answer.

#[test]
fn before_a_pass_the_answer_stays_closed_unless_it_is_asked_for() {
    let course = with_an_answer("learn-closed");
    course.answer(IN_TURN);
    let solution = |columns| at(&course, columns, &["solution", "01"]);
    expect![[r#"
        01 · Tea is not solved yet

          An answer teaches most beside your own, so ours waits for it.

          Check    cargo xtask check 01
          Stuck?   cargo xtask hint 01
          Anyway   cargo xtask solution 01 --spoil
    "#]]
    .assert_eq(&solution("80"));
    expect![[r#"
        01 · Tea is not solved yet

          An answer teaches most beside your
          own, so ours waits for it.

          Check    cargo xtask check 01
          Stuck?   cargo xtask hint 01
          Anyway   cargo xtask solution 01 --spoil
    "#]]
    .assert_eq(&solution("40"));
    assert_eq!(solution("120"), solution("80"));
    let closed = course.xtask(&["solution", "01"]).says(1, &["is not solved yet"]);
    assert!(!closed.contains("join!"), "{closed}");
    course.xtask(&["solution", "01", "--spoil"]).says(0, &["Ours is one way", "join!"]);
    course.xtask(&["solution"]).says(2, &["which exercise?", "cargo xtask solution 01"]);
}

#[test]
fn after_a_pass_both_answers_stand_side_by_side_or_below_each_other() {
    let course = with_an_answer("learn-compare");
    course.answer(YOURS);
    course.xtask(&["check"]).says(0, &["Compare: cargo xtask solution 01"]);
    let solution = |columns| {
        let screen = at(&course, columns, &["solution", "01"]);
        let columns = columns.parse().unwrap();
        let in_one_piece =
            |line: &str| line.split_whitespace().last().is_some_and(|word| word.contains('/'));
        for line in screen.lines().filter(|line| line.chars().count() > columns) {
            assert!(in_one_piece(line), "{line}");
        }
        screen
    };
    expect![[r#"
        01 · Tea · your answer and ours

          Ours is one way among others. Its comments say why it is so.

          exercises/01-learn-compare/src/lib.rs          solutions/01-learn-compare/src/lib.rs

          use lab::{SECOND, fetch};                      use lab::{SECOND, fetch};

          pub async fn brew() -> u32 {                   pub async fn brew() -> u32 {
              let water = fetch("water", 2 * SECOND);  |     // The pot warms while the water boils: neither needs the other,
                                                       |     // and nobody likes to wait for tea.
              let pot = fetch("pot", SECOND);          |     tokio::join!(fetch("water", 2 * SECOND), fetch("pot", SECOND));
              futures::future::join(water, pot).await; <
                                                       <
              7                                              7
          }                                              }
                                                       <
          fn unused() {}                               <

          | differs   < only in yours   > only in ours

          Other ways that are worth reading:

          solutions/01-learn-compare/right/a.rs
            Tea.

          Watch    cargo xtask run 01 --solution
    "#]].assert_eq(&solution("120"));
    expect![[r#"
        01 · Tea · your answer and ours

          Ours is one way among others. Its comments say why it is so.

          - exercises/01-learn-compare/src/lib.rs
          + solutions/01-learn-compare/src/lib.rs

            use lab::{SECOND, fetch};

            pub async fn brew() -> u32 {
          -     let water = fetch("water", 2 * SECOND);
          -     let pot = fetch("pot", SECOND);
          -     futures::future::join(water, pot).await;
          -
          +     // The pot warms while the water boils: neither needs the other, and
          +     // nobody likes to wait for tea.
          +     tokio::join!(fetch("water", 2 * SECOND), fetch("pot", SECOND));
                7
            }
          -
          - fn unused() {}

          Other ways that are worth reading:

          solutions/01-learn-compare/right/a.rs
            Tea.

          Watch    cargo xtask run 01 --solution
    "#]]
    .assert_eq(&solution("80"));
    expect![[r#"
        01 · Tea · your answer and ours

          Ours is one way among others. Its
          comments say why it is so.

          - exercises/01-learn-compare/src/lib.rs
          + solutions/01-learn-compare/src/lib.rs

            use lab::{SECOND, fetch};

            pub async fn brew() -> u32 {
          -     let water = fetch("water", 2 *
          -         SECOND);
          -     let pot = fetch("pot", SECOND);
          -     futures::future::join(water,
          -         pot).await;
          -
          +     // The pot warms while the water
          +     // boils: neither needs the
          +     // other, and nobody likes to
          +     // wait for tea.
          +     tokio::join!(fetch("water", 2 *
          +         SECOND), fetch("pot",
          +         SECOND));
                7
            }
          -
          - fn unused() {}

          Other ways that are worth reading:

          solutions/01-learn-compare/right/a.rs
            Tea.

          Watch    cargo xtask run 01 --solution
    "#]]
    .assert_eq(&solution("40"));
    // All the room that there is, and no colours needed to tell what differs.
    assert!(solution("100").contains(" | ") && !solution("99").contains(" | "));
    assert!(!solution("200").lines().any(|line| line.ends_with(' ')));
}

#[test]
fn answers_that_are_the_same_are_said_to_be() {
    let course = with_an_answer("learn-same");
    let contract = OURS.replace("pub async", "/// Brews tea.\npub async");
    course.answer(&contract.replace("\n    7", "\n\n    7").replace("    ", "\t"));
    course.xtask(&["check"]).says(0, &[]);
    let same = course.xtask(&["solution", "01"]).says(0, &["They are the same, line by line."]);
    assert!(
        !same.lines().any(|line| line.starts_with("  + ") && !line.contains("/lib.rs")),
        "{same}"
    );

    let silent = OURS.lines().filter(|line| !line.contains("//")).collect::<Vec<_>>().join("\n");
    course.answer(&silent);
    course.xtask(&["solution", "01"]).says(0, &["The code is the same.", "+ // The pot warms"]);
}

#[test]
fn an_answer_that_cannot_be_compared() {
    let course = with_an_answer("learn-incomparable");
    let answer = course.exercise("src/lib.rs");
    fs::write(course.root.join(&answer), b"fn \xff\x1b[2J() {}\n").unwrap();
    let screen = course.xtask(&["solution", "01", "--spoil"]).says(0, &["- fn \u{fffd}"]);
    assert!(!screen.contains('\x1b'), "{screen:?}");
    course.remove(&answer);
    let spoilt = course.xtask(&["solution", "01", "--spoil"]);
    spoilt.says(3, &["your file is gone", &answer, "cargo xtask reset 01"]);
}

/// A course whose solution says why it is as it is, and which other answers teach something.
fn with_an_answer(slug: &str) -> Course {
    let course = Course::new(slug);
    course.write(&course.solution("src/lib.rs"), &source(OURS));
    course.replace(
        &course.solution("Cargo.toml"),
        "[lints]",
        "[package.metadata.solution]\nstyles = [\"a\", \"gone\"]\n\n[lints]",
    );
    course
}

const OURS: &str = r#"
pub async fn brew() -> u32 {
    // The pot warms while the water boils: neither needs the other, and nobody likes to wait for tea.
    tokio::join!(fetch("water", 2 * SECOND), fetch("pot", SECOND));
    7
}
"#;

const YOURS: &str = r#"
/// Brews.
pub async fn brew() -> u32 {
    let water = fetch("water", 2 * SECOND);
    let pot = fetch("pot", SECOND);
    futures::future::join(water, pot).await;


    7
}

fn unused() {}
"#;

/// Hints with all that hints are made of.
const HINTS: &str = "\
# Hints

## What **boils** first?

Look at the picture. Read about
[`tokio::join!`](https://docs.rs/tokio), which takes *both*, and put two into a `vec![…]`:

```rust,ignore
let (soup, bread) = tokio::join!(soup(), bread());
```

Then look again.

## Together
<!-- fits: one-after-another
     it_makes_seven_cups -->

Both.

## The cups
<!-- fits: it_makes_seven_cups -->

Count.

## Almost the answer
<!-- fits: the_pot_is_warm_when_the_water_boils -->

Join.
";

/// The last paragraph of a screen, which is set in.
fn end_of(screen: &str) -> String {
    let last = screen.trim_end().rsplit("\n\n").next().unwrap_or_default();
    last.replace("\n  ", "\n").trim().to_owned() + "\n"
}

/// Standard output of a command on a terminal so many columns wide.
fn at(course: &Course, columns: &str, args: &[&str]) -> String {
    ran(course.command(args).env("COLUMNS", columns)).stdout
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
