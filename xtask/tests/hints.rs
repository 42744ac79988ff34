//! Hints: one at a time, at any width, and the one that fits is offered to whoever is stuck.

mod support;

use expect_test::expect;
use support::{Course, IN_TURN, RIGHT, at, ran};

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

          A check draws the picture once your
          answer compiles and begins something.

          The next one: cargo xtask hint 01 2
    "#]]
    .assert_eq(&hint("40"));
    expect![[r#"
        01 · Tea · hint 1 of 4

        What boils first?

          Look at the picture. Read about `tokio::join!` (https://docs.rs/tokio), which
          takes *both*, and put two into a `vec![…]`:

            let (soup, bread) = tokio::join!(soup(), bread());

          Then look again.

          A check draws the picture once your answer compiles and begins something.

          The next one: cargo xtask hint 01 2
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
    let usual = "Stuck?   cargo xtask hint 01 2";
    another(IN_TURN);
    assert!(check().contains(usual));
    // The same text again is no other attempt, and a slip that doesn't compile doesn't end the count.
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
    let remembered = " hint=2 again=the_pot_is_warm_when_the_water_boils*4\n";
    assert!(course.read("progress.txt").ends_with(remembered), "{}", course.read("progress.txt"));

    // Without a number it is that hint, again and again. After another attempt, the next that fits and was
    // not seen is offered, and after that the solution.
    course.xtask(&["hint"]).says(0, &["hint 2 of 4"]);
    course.xtask(&["hint"]).says(0, &["hint 2 of 4"]);
    assert!(check().contains("Hint 2 is about this"), "the same text asks for no other hint");
    another(IN_TURN);
    assert!(check().contains("Hint 4 is about this: cargo xtask hint 01 4"));
    course.xtask(&["hint"]).says(0, &["hint 4 of 4"]);
    another(IN_TURN);
    assert!(check().contains("every hint on this. Ours: cargo xtask solution 01 --spoil"));
}

#[test]
fn what_does_not_compile_asks_for_no_hint_that_is_not_about_it() {
    let course = Course::new("learn-offer-refused");
    course.write(&course.exercise("hints.md"), HINTS);
    for cups in ["six", "seven"] {
        course.answer(&format!("pub async fn brew() -> u32 {{\n    let {cups};\n    7\n}}\n"));
        course.xtask(&["check"]).says(1, &["does not compile", "Stuck?   no hint is about this"]);
        course.xtask(&["hint"]).says(0, &["No hint is about what the compiler says"]);
    }
    let remembered = course.read("progress.txt");
    assert!(!remembered.contains("hint"), "{remembered}");
    // One that is asked for by its number is shown all the same.
    course.xtask(&["hint", "01", "1"]).says(0, &["hint 1 of 4"]);
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
    assert!(text.contains(" again=it_makes_seven_cups*2"), "{text}");
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

#[test]
fn a_lesson_is_read_in_the_terminal() {
    let course = Course::new("learn-lesson");
    course
        .write(&course.exercise("README.md"), "# 01 · Tea\n\nA [pot](../../docs/words.md#pot).\n");
    let lesson = course.xtask(&["lesson"]).says(0, &["01 · Tea", "A pot."]);
    assert!(!lesson.contains("words.md"), "{lesson}");
    course.remove(&course.exercise("README.md"));
    course.xtask(&["lesson", "01"]).says(0, &["README.md: "]);
}
