//! Every way in which a run can end, and that each is told at once.
//!
//! These prove the point because the answers below do what learners' answers do, and nothing here
//! knows of it: a judge that waited for them would never come back.

mod support;

use expect_test::expect;
use lab::{SECOND, fetch};
use std::future::{pending, poll_fn};
use std::sync::Mutex;
use std::task::Poll;
use std::thread;
use std::time::{Duration, Instant};
use support::message;
use tokio::sync::{mpsc, oneshot};
use tokio::task::yield_now;
use tokio::time::sleep;

#[test]
fn an_answer_that_returns_is_done() {
    let run = judge::run(|| async {
        sleep(2 * SECOND).await;
        7
    });
    let _kept = run.takes(2 * SECOND).returns(7).kept();
}

#[test]
fn waiting_for_what_cannot_come_is_a_hang_told_at_once() {
    let said = message(|| {
        judge::run(|| async {
            fetch("basket", SECOND).await;
            let (_spare, mut queue) = mpsc::channel::<u32>(1);
            queue.recv().await
        })
        .kept()
    });
    expect![[r#"
        It never ended: nothing more began or ended after 1 s, in 30 days of
        simulated time.
        This is a hang: it waits for something that does not come, such as a message
        that nobody sends, or a lock or permit that is held by a future nobody
        polls.

          basket  ████████████████████████████████████████████████████████████
                  0s          200ms       400ms       600ms       800ms       1s
    "#]]
    .assert_eq(&said);
}

#[test]
fn an_exercise_may_know_what_is_behind_a_hang() {
    let hangs = || async {
        let (_spare, mut queue) = mpsc::channel::<u32>(1);
        queue.recv().await
    };
    let said = message(move || {
        judge::run(hangs)
            .a_hang_means("other", "Something else.", |_| false)
            .a_hang_means("spare-sender", "A sender is left.", |seen| seen.spans("").is_empty())
            .kept()
    });
    assert!(said.contains("It never ended") && said.contains("A sender is left."), "{said}");
    // What is not a hang keeps its own lesson.
    let said = message(|| {
        judge::run(|| async { panic!("no such basket") })
            .a_hang_means("spare-sender", "A sender is left.", |_| true)
            .kept()
    });
    assert!(said.contains("no such basket") && !said.contains("A sender is left."), "{said}");
}

#[test]
fn an_exercise_may_know_what_is_behind_a_blocked_thread() {
    let said = message(|| {
        judge::run(|| async { std::sync::mpsc::channel::<u32>().1.recv_timeout(3 * SECOND) })
            .a_hang_means("other", "It hangs.", |_| true)
            .a_block_means("std-channel", "A channel of std.", |_| true)
            .kept()
    });
    assert!(
        said.contains("The thread was blocked") && said.contains("A channel of std."),
        "{said}"
    );
}

#[test]
fn what_never_ended_is_shown_as_still_running() {
    let hung = message(|| {
        judge::run(|| async {
            sleep(SECOND).await;
            lab::span("basket", pending::<()>()).await;
        })
        .kept()
    });
    expect![[r#"
        It never ended: nothing more began or ended after 1 s, in 30 days of
        simulated time.
        This is a hang: it waits for something that does not come, such as a message
        that nobody sends, or a lock or permit that is held by a future nobody
        polls.

          basket                                                             ▶
                  0s          200ms       400ms       600ms       800ms       1s
          ▶ still running
    "#]]
    .assert_eq(&hung);
    let spinning = message(|| {
        judge::run(|| async {
            lab::span("basket", async {
                loop {
                    yield_now().await;
                }
            })
            .await
        })
        .kept()
    });
    assert!(spinning.contains("▶ still running"), "{spinning}");
    assert!(!spinning.contains("cancelled"), "{spinning}");
}

#[test]
fn a_hang_says_how_many_tasks_had_not_ended_either() {
    let said = message(|| {
        judge::run(|| async {
            let tasks: Vec<_> = (0..3).map(|_| tokio::spawn(pending::<()>())).collect();
            for task in tasks {
                task.await.unwrap();
            }
        })
        .kept()
    });
    assert!(said.contains("had not ended either."), "{said}");
}

#[test]
fn ending_only_at_the_limit_is_a_hang() {
    let said = message(|| {
        judge::run(|| async {
            let _ = tokio::time::timeout(judge::LIMIT, pending::<()>()).await;
        })
        .kept()
    });
    assert!(said.contains("It never ended"), "{said}");
}

#[test]
fn a_loop_that_sleeps_and_looks_for_ever_is_a_hang() {
    let said = message(|| {
        judge::run(|| async {
            loop {
                sleep(Duration::from_millis(1)).await;
            }
        })
        .kept()
    });
    expect![[r#"
        It was broken off at 100.001 s of simulated time: it had slept and woken up
        again more than 100 000 times.
        A loop sleeps, wakes and sleeps again, all the time. If it looks for
        something, await that thing itself instead: a wait costs nothing, however
        long it is.
    "#]]
    .assert_eq(&said);
}

#[test]
fn who_works_now_and_then_and_mostly_sleeps_and_looks_is_told_the_latter() {
    let said = message(|| {
        judge::run(|| async {
            loop {
                fetch("basket", SECOND).await;
                for _ in 0..500 {
                    sleep(Duration::from_millis(1)).await;
                }
            }
        })
        .kept()
    });
    assert!(said.contains("A loop sleeps, wakes and sleeps again"), "{said}");
}

#[test]
fn a_loop_that_works_for_ever_is_told_from_one_that_waits() {
    let working = |takes: Duration| {
        message(move || {
            judge::run(move || async move {
                loop {
                    fetch("basket", takes).await;
                }
            })
            .kept()
        })
    };
    let said = working(600 * SECOND);
    let expected = "It never ended: after 30 days of simulated time it still began one thing after \
                another, such as basket.";
    assert!(said.replace('\n', " ").contains(expected), "{said}");
    assert!(said.contains("This is an endless loop"), "{said}");
    // More turns than a recorder keeps.
    let said = working(SECOND);
    assert!(said.contains("This is an endless loop"), "{said}");

    // Who did much and then waits is in no loop.
    let waiting = message(|| {
        judge::run(|| async {
            for _ in 0..100 {
                fetch("basket", SECOND).await;
            }
            pending::<()>().await;
        })
        .kept()
    });
    assert!(waiting.contains("This is a hang"), "{waiting}");
}

#[test]
fn a_busy_loop_is_spinning() {
    let said = message(|| {
        judge::run(|| async {
            fetch("basket", SECOND).await;
            loop {
                yield_now().await;
            }
        })
        .kept()
    });
    expect![[r#"
        It never ended: it was polled more than 10 000 times at 1 s without letting
        time pass.
        This is spinning: a loop asks "ready yet?" without waiting, a future wakes
        itself at every poll, or a loop goes on after the end (a closed channel
        answers at once, every time). Await the thing itself, and stop when it is
        over.

          basket  ████████████████████████████████████████████████████████████
                  0s          200ms       400ms       600ms       800ms       1s
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_future_that_wakes_itself_is_spinning() {
    let said = message(|| {
        judge::run(|| {
            poll_fn(|cx| {
                cx.waker().wake_by_ref();
                Poll::<()>::Pending
            })
        })
        .kept()
    });
    assert!(said.contains("polled more than 10 000 times"), "{said}");
}

#[test]
fn a_busy_loop_in_a_spawned_task_is_spinning() {
    let said = message(|| {
        judge::run(|| async {
            let asking = tokio::spawn(async {
                loop {
                    yield_now().await;
                }
            });
            sleep(SECOND).await;
            asking.abort();
        })
        .kept()
    });
    assert!(said.contains("polled more than 10 000 times at the very start"), "{said}");
}

#[test]
fn many_polls_that_come_to_an_end_are_not_spinning() {
    let _kept = judge::run(|| async {
        let tasks = (0..50).map(|_| {
            tokio::spawn(async {
                for _ in 0..1_000 {
                    yield_now().await;
                }
            })
        });
        for task in tasks.collect::<Vec<_>>() {
            task.await.unwrap();
        }
        for _ in 0..5_000 {
            yield_now().await;
        }
        sleep(SECOND).await;
    })
    .takes(SECOND)
    .kept();
}

/// On a busy machine the watch looks more often for each poll. Here each poll takes as long as it does
/// there.
#[test]
fn slow_polls_that_come_to_an_end_are_not_spinning() {
    let _kept = judge::run(|| async {
        for _ in 0..5_000 {
            let poll = Instant::now();
            while poll.elapsed() < Duration::from_micros(100) {}
            yield_now().await;
        }
    })
    .kept();
}

#[test]
fn a_loop_that_never_awaits_is_blocked() {
    let began = Instant::now();
    let said = message(|| {
        judge::run(|| async {
            fetch("basket", SECOND).await;
            loop {
                std::hint::spin_loop();
            }
        })
        .kept()
    });
    assert!(began.elapsed() < Duration::from_secs(10), "blocked code gets its verdict soon");
    expect![[r#"
        The thread was blocked at 1 s: for more than a second of real time, nothing
        else could run.
        One thread runs all tasks, and it can switch between them only at an .await.
        Something is blocking it, for example std::thread::sleep, a lock or channel
        of std, a guard kept over an .await, or a loop whose every .await is ready
        at once.

          basket  ████████████████████████████████████████████████████████████
                  0s          200ms       400ms       600ms       800ms       1s
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_lock_of_std_taken_twice_on_the_one_thread_is_blocked() {
    let said = message(|| {
        judge::run(|| async {
            let purse = Mutex::new(1);
            let held = purse.lock().unwrap();
            let again = *purse.lock().unwrap();
            *held + again
        })
        .kept()
    });
    assert!(said.contains("The thread was blocked at the very start"), "{said}");
}

#[test]
fn a_blocked_spawned_task_is_blocked() {
    let said = message(|| {
        judge::run(|| async {
            let task = tokio::spawn(async { thread::sleep(Duration::from_secs(600)) });
            task.await.unwrap();
        })
        .kept()
    });
    assert!(said.contains("std::thread::sleep"), "{said}");
}

#[test]
fn a_thread_outside_that_never_answers_is_blocked() {
    let said = message(|| {
        judge::run(|| async {
            tokio::task::spawn_blocking(|| thread::sleep(Duration::from_secs(600))).await.unwrap();
        })
        .kept()
    });
    expect![[r#"
        It was broken off at the very start: for more than a second of real time,
        every task waited for another thread.
        A thread (spawn_blocking, std::thread) lives by the real clock, not by the
        simulated one, and nobody can stop it from outside. What only waits belongs
        in a task.
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_thread_outside_that_answers_in_time_is_waited_for() {
    // spawn_blocking keeps the paused clock from moving while it works, so this is exact.
    let _kept = judge::run(|| async {
        let work = tokio::task::spawn_blocking(|| {
            thread::sleep(Duration::from_millis(50));
            7
        });
        work.await.unwrap()
    })
    .returns(7)
    .takes(Duration::ZERO)
    .kept();
}

#[test]
fn a_panic_is_told_with_its_message_and_place() {
    let said = message(|| {
        judge::run(|| async {
            fetch("basket", SECOND).await;
            panic!("the basket is empty")
        })
        .kept()
    });
    expect![[r#"
            It panicked at judge/tests/ends.rs:… the basket is empty

              basket  ████████████████████████████████████████████████████████████
                      0s          200ms       400ms       600ms       800ms       1s
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_todo_is_told_as_work_to_do() {
    let said = message(|| judge::run(|| async { todo!("make the tea") }).kept());
    expect![[r#"
            This part is still to be written: make the tea
            It is at judge/tests/ends.rs:….
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_panic_before_the_future_exists_is_told_too() {
    fn not_even_a_future() -> std::future::Ready<u32> {
        panic!("no kettle")
    }
    let said = message(|| judge::run(not_even_a_future).kept());
    assert!(said.contains("no kettle"), "{said}");
}

#[test]
fn a_panic_in_a_drop_is_a_panic() {
    struct Sticky;
    impl Drop for Sticky {
        fn drop(&mut self) {
            panic!("the drawer is stuck");
        }
    }
    let held_over_the_end = message(|| {
        judge::run(|| {
            let mut sticky = Some(Sticky);
            poll_fn(move |_| {
                let _held = &mut sticky;
                Poll::Ready(())
            })
        })
        .kept()
    });
    assert!(held_over_the_end.contains("the drawer is stuck"), "{held_over_the_end}");
}

#[test]
fn a_runtime_within_the_runtime_is_explained() {
    let said = message(|| {
        judge::run(|| async {
            tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async { 7 })
        })
        .kept()
    });
    assert!(said.contains("can await the future"), "{said}");
}

#[test]
fn a_panic_inside_a_spawned_task_does_not_end_the_run() {
    let _kept = judge::run(|| async {
        let task = tokio::spawn(async { panic!("the task's own affair") });
        task.await.is_err()
    })
    .returns(true)
    .kept();
}

#[test]
fn a_panic_inside_a_spawned_task_is_named_when_a_promise_breaks() {
    let said = message(|| {
        judge::run(|| async {
            drop(tokio::spawn(async { panic!("nobody looked") }));
            sleep(SECOND).await;
        })
        .takes(2 * SECOND)
        .kept()
    });
    expect![[r#"
        It took 1 s of simulated time; the promise is 2 s.
        There was a panic at judge/tests/ends.rs:… nobody looked. A panic in a
        spawned task ends only that task; awaiting its JoinHandle gives it as an
        Err.
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_run_that_hangs_after_another_thread_is_lost_does_not_freeze_the_next() {
    for _ in 0..3 {
        let said = message(|| {
            judge::run(|| async {
                let (_keep, never) = oneshot::channel::<()>();
                never.await.unwrap();
            })
            .kept()
        });
        assert!(said.contains("It never ended"), "{said}");
    }
}
