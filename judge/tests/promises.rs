//! Each promise holds where it should, and says what a learner needs where it does not.
//!
//! The answers take simulated seconds, so every time below is exact or the test is wrong.

mod support;

use expect_test::{Expect, expect};
use futures::future::join_all;
use judge::{Kept, Lines};
use lab::{SECOND, fetch, say};
use std::time::Duration;
use support::{message, verdict};
use tokio::time::{sleep, timeout};

/// Two together, then a third.
async fn shopping() -> u32 {
    tokio::join!(fetch("bread", SECOND), fetch("milk", 2 * SECOND));
    fetch("tea", SECOND).await;
    7
}

async fn in_turn() -> u32 {
    for thing in ["bread", "milk", "tea"] {
        fetch(thing, SECOND).await;
    }
    7
}

#[test]
fn what_holds_is_kept() {
    kept(|| {
        judge::run(shopping)
            .returns(7)
            .takes(3 * SECOND)
            .at_once("", 2)
            .at_once("tea", 1)
            .at_once("sugar", 0)
            .together(&["milk", "bread"])
            .starts("tea", 2 * SECOND)
            .completes("bread", SECOND)
            .never_starts("sugar")
            .leaves_nothing_running()
            .promises(|seen| if seen.alive == 0 { Ok(()) } else { Err(String::new()) })
            .kept()
    });
}

#[test]
fn only_the_first_broken_promise_is_told() {
    let said = message(|| judge::run(shopping).returns(8).takes(SECOND).kept());
    assert!(said.contains("It returned 7; the promise is 8."), "{said}");
    assert!(!said.contains("simulated time"), "{said}");
}

#[test]
fn a_run_that_took_too_long_in_turns_says_so() {
    broken(
        || judge::run(in_turn).takes(SECOND).kept(),
        expect![[r#"
            It took 3 s of simulated time; the promise is 1 s.
            Nothing overlapped: milk began only when bread was over, and so on. Two
            pieces of work can overlap when neither needs the other's result.

              bread  ████████████
              milk               ████████████
              tea                            ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn a_run_that_took_too_long_otherwise_does_not_guess() {
    broken(
        || judge::run(shopping).takes(2 * SECOND).kept(),
        expect![[r#"
                It took 3 s of simulated time; the promise is 2 s.

                  bread  ████████████
                  milk   ████████████████████████
                  tea                            ████████████
                         0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn a_pause_that_nothing_fills_is_named() {
    let dawdling = || async {
        fetch("bread", SECOND).await;
        sleep(SECOND).await;
        tokio::join!(fetch("milk", SECOND), fetch("tea", SECOND));
    };
    broken(
        || judge::run(dawdling).takes(2 * SECOND).kept(),
        expect![[r#"
        It took 3 s of simulated time; the promise is 2 s.
        From 1 s to 2 s nothing in the timeline was under way, and still it waited:
        for a timer, such as a sleep.

          bread  ████████████
          milk                           ████████████
          tea                            ████████████
                 0s          1s          2s          3s
    "#]],
    );
    broken(
        || judge::run(dawdling).starts("tea", SECOND).kept(),
        expect![[r#"
            tea began at 2 s; the promise is 1 s.
            Nothing in the timeline ended at 2 s: what it waited for was a timer, such
            as a sleep.

              bread  ████████████
              milk                           ████████████
              tea                            ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn too_few_at_once() {
    broken(
        || judge::run(in_turn).at_once("", 3).kept(),
        expect![[r#"
            Only 1 ran at a time; the promise is 3 at once.
            milk began only when bread had ended. Either you awaited one before you
            started the next, or something that they share, such as a lock, lets only
            one go on at a time.

              bread  ████████████
              milk               ████████████
              tea                            ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn too_many_at_once() {
    broken(
        || judge::run(shopping).at_once("", 1).kept(),
        expect![[r#"
                As many as 2 were under way at once; the promise is 1.

                  bread  ████████████
                  milk   ████████████████████████
                  tea                            ████████████
                         0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn nothing_ever_polled() {
    broken(
        || {
            judge::run(|| async {
                let _never = in_turn();
                7
            })
            .at_once("bread", 1)
            .kept()
        },
        expect![[r#"
            No "bread" had begun when it returned; the promise is 1 at once.
            Nothing that takes time ever began. If you called an async fn: a call only
            makes a future, which does nothing until it is awaited, alone or with
            others.
        "#]],
    );
}

#[test]
fn begun_only_after_the_return() {
    broken(
        || {
            judge::run(|| async { drop(tokio::spawn(fetch("bread", SECOND))) })
                .starts("bread", Duration::ZERO)
                .kept()
        },
        expect![[r#"
            bread had not begun when it returned; the promise is that it begins at 0 s.
            It did not wait for 1 spawned task. A spawned task goes on by itself, and
            dropping its JoinHandle does not stop it: await the handle, or abort the
            task.
        "#]],
    );
}

#[test]
fn not_together() {
    broken(
        || judge::run(in_turn).together(&["milk", "tea"]).kept(),
        expect![[r#"
            milk and tea never overlapped; the promise is that they do.
            tea began only when milk had ended. Either you awaited one before you
            started the next, or something that they share, such as a lock, lets only
            one go on at a time.

              bread  ████████████
              milk               ████████████
              tea                            ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn together_with_what_never_began() {
    broken(
        || judge::run(in_turn).together(&["milk", "sugar"]).kept(),
        expect![[r#"
            sugar never began; the promise is milk and sugar at the same time.

              bread  ████████████
              milk               ████████████
              tea                            ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn begun_at_another_moment() {
    broken(
        || judge::run(in_turn).starts("tea", SECOND).kept(),
        expect![[r#"
                tea began at 2 s; the promise is 1 s.

                  bread  ████████████
                  milk               ████████████
                  tea                            ████████████
                         0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn begun_although_it_must_not() {
    broken(
        || judge::run(in_turn).never_starts("tea").kept(),
        expect![[r#"
            tea began at 2 s; the promise is that it never begins.

              bread  ████████████
              milk               ████████████
              tea                            ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn run_to_its_end_instead_of_cancelled() {
    broken(
        || judge::run(in_turn).cancels("bread", SECOND).kept(),
        expect![[r#"
            bread ran to its end at 1 s; the promise is that it is cancelled at 1 s.
            Nothing overlapped: milk began only when bread was over, and so on. Two
            pieces of work can overlap when neither needs the other's result.

              bread  ████████████
              milk               ████████████
              tea                            ████████████
                     0s          1s          2s          3s
        "#]],
    );
}

#[test]
fn cancelled_instead_of_run_to_its_end() {
    let impatient = || async {
        let _ = timeout(SECOND, fetch("bread", 2 * SECOND)).await;
    };
    kept(|| judge::run(impatient).cancels("bread", SECOND).takes(SECOND).kept());
    broken(
        || judge::run(impatient).completes("bread", 2 * SECOND).kept(),
        expect![[r#"
            bread was cancelled at 1 s; the promise is that it is complete at 2 s.

              bread  ███████████████████████████████████████████████████████████╳
                     0s          200ms       400ms       600ms       800ms       1s
              ╳ cancelled
        "#]],
    );
}

#[test]
fn left_running() {
    let careless = || async {
        drop(tokio::spawn(fetch("bread", 5 * SECOND)));
        sleep(SECOND).await;
    };
    broken(
        || judge::run(careless).leaves_nothing_running().kept(),
        expect![[r#"
            When it returned, 1 spawned task was still running; the promise is none.
            It did not wait for bread. A spawned task goes on by itself, and dropping
            its JoinHandle does not stop it: await the handle, or abort the task.

              bread  ███████████████████████████████████████████████████████████▶
                     0s          200ms       400ms       600ms       800ms       1s
              ▶ still running
        "#]],
    );
    broken(
        || judge::run(careless).completes("bread", 5 * SECOND).kept(),
        expect![[r#"
            When it returned, bread was still running; the promise is that it is
            complete at 5 s.
            It did not wait for bread. A spawned task goes on by itself, and dropping
            its JoinHandle does not stop it: await the handle, or abort the task.

              bread  ███████████████████████████████████████████████████████████▶
                     0s          200ms       400ms       600ms       800ms       1s
              ▶ still running
        "#]],
    );
}

#[test]
fn an_aborted_task_is_not_left_running_although_it_lingers_for_a_turn() {
    kept(|| {
        judge::run(|| async {
            let task = tokio::spawn(fetch("bread", 5 * SECOND));
            sleep(SECOND).await;
            task.abort();
        })
        .cancels("bread", SECOND)
        .leaves_nothing_running()
        .kept()
    });
}

#[test]
fn ending_in_the_moment_of_the_return_is_still_left_running() {
    broken(
        || {
            judge::run(|| async {
                drop(tokio::spawn(fetch("bread", SECOND)));
                sleep(SECOND).await;
            })
            .leaves_nothing_running()
            .kept()
        },
        expect![[r#"
            When it returned, bread was still running; the promise is that nothing is.
            Nobody had awaited bread to the end or cancelled it. A sleep of the same
            length does neither, nor does dropping a JoinHandle.

              bread  ███████████████████████████████████████████████████████████▶
                     0s          200ms       400ms       600ms       800ms       1s
              ▶ still running
        "#]],
    );
}

#[test]
fn what_is_dropped_with_the_runtime_is_no_cancellation() {
    broken(
        || {
            judge::run(|| async {
                drop(tokio::spawn(fetch("bread", 5 * SECOND)));
                sleep(SECOND).await;
            })
            .cancels("bread", SECOND)
            .kept()
        },
        expect![[r#"
            When it returned, bread was still running; the promise is that it is
            cancelled at 1 s.
            It did not wait for bread. A spawned task goes on by itself, and dropping
            its JoinHandle does not stop it: await the handle, or abort the task.

              bread  ███████████████████████████████████████████████████████████▶
                     0s          200ms       400ms       600ms       800ms       1s
              ▶ still running
        "#]],
    );
}

#[test]
fn lines_and_when_they_are_said() {
    async fn talk() {
        say!("one");
        say!("two");
        sleep(SECOND).await;
        say!("three");
    }
    kept(|| {
        judge::run(talk)
            .says_at(Duration::ZERO, Lines::InOrder(&["one", "two"]))
            .says_at(Duration::ZERO, Lines::InAnyOrder(&["two", "one"]))
            .says_at(SECOND, Lines::InOrder(&["three"]))
            .says_at(2 * SECOND, Lines::InOrder(&[]))
            .kept()
    });
    let said =
        |lines: Lines<'_>| message(|| judge::run(talk).says_at(Duration::ZERO, lines).kept());
    expect![[r#"
        At 0 s the promised lines came in another order: "one" and "two".
    "#]]
    .assert_eq(&said(Lines::InOrder(&["two", "one"])));
    expect![[r#"
        At 0 s, 1 of 3 promised lines was missing: "three".
    "#]]
    .assert_eq(&said(Lines::InAnyOrder(&["one", "two", "three"])));
    expect![[r#"
            At 0 s more was said than promised: "one" and "two".
    "#]]
    .assert_eq(&said(Lines::InAnyOrder(&["one"])));
    expect![[r#"
            At 0 s more was said than promised: "one" and "two".
    "#]]
    .assert_eq(&said(Lines::InAnyOrder(&["one", "two", "two"])));
}

#[test]
fn errors_are_looked_at_with_all_their_causes() {
    #[derive(Debug)]
    struct Chain;
    impl std::fmt::Display for Chain {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(if f.alternate() { "loading b.csv: disk full" } else { "loading b.csv" })
        }
    }
    let fails = || async { Err::<u32, _>(Chain) };
    kept(|| judge::run(fails).fails_saying(&["b.csv", "disk full"]).kept());
    broken(
        || judge::run(fails).fails_saying(&["a.csv"]).kept(),
        expect![[r#"
            Its error reads "loading b.csv: disk full"; the promise is that it says
            "a.csv".
            Nothing that takes time ever began. If you called an async fn: a call only
            makes a future, which does nothing until it is awaited, alone or with
            others.
        "#]],
    );
    broken(
        || judge::run(fails).returns_ok(7).kept(),
        expect![[r#"
            It failed: "loading b.csv: disk full"; the promise is 7.
            Nothing that takes time ever began. If you called an async fn: a call only
            makes a future, which does nothing until it is awaited, alone or with
            others.
        "#]],
    );
    let works = || async { Ok::<u32, Chain>(8) };
    kept(|| judge::run(works).returns_ok(8).kept());
    broken(
        || judge::run(works).returns_ok(7).kept(),
        expect![[r#"
            It returned 8; the promise is 7.
            Nothing that takes time ever began. If you called an async fn: a call only
            makes a future, which does nothing until it is awaited, alone or with
            others.
        "#]],
    );
    broken(
        || judge::run(works).fails_saying(&[]).kept(),
        expect![[r#"
            It returned Ok(8); the promise is an error.
            Nothing that takes time ever began. If you called an async fn: a call only
            makes a future, which does nothing until it is awaited, alone or with
            others.
        "#]],
    );
}

#[test]
fn virtual_time_that_stands_still_while_real_time_passes_is_noticed() {
    let said = message(|| judge::run(|| async { std::thread::sleep(SECOND) }).takes(SECOND).kept());
    assert!(said.contains("The simulated clock shows 0 s, and yet"), "{said}");
    assert!(said.contains("of real time went by"), "{said}");
}

#[test]
fn a_mistake_that_the_exercise_knows_comes_before_the_general_one() {
    let run = || judge::run(in_turn).usually_means("greedy", "It eats alone.", |_| true);
    let said = message(|| run().usually_means("late", "No.", |_| true).takes(SECOND).kept());
    assert!(said.contains("It eats alone."), "{said}");
    assert!(!said.contains("Nothing overlapped"), "{said}");
    let said = message(|| {
        judge::run(in_turn).takes(SECOND).usually_means("greedy", "No.", |_| false).kept()
    });
    assert!(said.contains("Nothing overlapped"), "{said}");
}

#[test]
fn two_runs_can_make_one_proof() {
    kept(|| judge::run(in_turn).returns(7).kept().and(judge::run(shopping).returns(7).kept()));
    let second =
        || judge::run(in_turn).returns(7).kept().and(judge::run(shopping).returns(8).kept());
    assert!(verdict(second).is_err());
}

#[test]
fn more_spans_than_anybody_can_look_at_are_counted() {
    let said = message(|| {
        judge::run(|| async {
            join_all((0..3_000).map(|i| fetch(format!("link {i}"), SECOND))).await;
        })
        .takes(2 * SECOND)
        .kept()
    });
    assert!(said.contains("500 not recorded"), "{said}");
}

#[test]
fn names_cannot_steer_the_terminal() {
    let said = message(|| {
        judge::run(|| async { fetch("\u{1b}[2J\rgone\n", SECOND).await }).takes(2 * SECOND).kept()
    });
    assert!(!said.contains('\u{1b}') && !said.contains('\r'), "{said:?}");
}

#[test]
fn crunching_on_the_executor_panics_and_beside_it_does_not() {
    let said = message(|| judge::run(|| async { lab::crunch(10) }).kept());
    assert!(said.contains("spawn_blocking"), "{said}");
    kept(|| {
        judge::run(|| async {
            let work = || tokio::task::spawn_blocking(|| lab::crunch(10));
            work().await.unwrap() == work().await.unwrap()
        })
        .returns(true)
        .kept()
    });
}

fn kept(promises: impl FnOnce() -> Kept) {
    if let Err(message) = verdict(promises) {
        panic!("must be kept: {message}");
    }
}

fn broken(promises: impl FnOnce() -> Kept, expected: Expect) {
    expected.assert_eq(&message(promises));
}

#[test]
fn what_is_held_is_a_bar_until_it_is_dropped() {
    async fn table() {
        let _seat = lab::hold("seat");
        fetch("soup", 2 * SECOND).await;
    }
    kept(|| {
        judge::run(|| async { timeout(SECOND, table()).await.is_err() })
            .returns(true)
            .starts("seat", Duration::ZERO)
            .completes("seat", SECOND)
            .cancels("soup", SECOND)
            .leaves_nothing_running()
            .kept()
    });
}

#[test]
fn what_panics_is_drawn_as_that_and_what_it_takes_along_as_cancelled() {
    async fn soup() {
        sleep(SECOND).await;
        panic!("boiled over");
    }
    broken(
        || {
            judge::run(|| async {
                tokio::join!(lab::span("soup", soup()), fetch("bread", 2 * SECOND))
            })
            .kept()
        },
        expect![[r#"
            It panicked at judge/tests/promises.rs:… boiled over

              soup   ███████████████████████████████████████████████████████████!
              bread  ███████████████████████████████████████████████████████████╳
                     0s          200ms       400ms       600ms       800ms       1s
              ! panicked   ╳ cancelled
        "#]],
    );
}
