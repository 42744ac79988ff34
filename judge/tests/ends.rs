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
    let began = Instant::now();
    let said = message(|| {
        judge::run(|| async {
            fetch("basket", SECOND).await;
            let (_spare, mut queue) = mpsc::channel::<u32>(1);
            queue.recv().await
        })
        .kept()
    });
    assert!(began.elapsed() < Duration::from_secs(1), "a hang takes no real time");
    expect![[r#"
            It never ended: after 1 s nothing was left that could wake it.
            It awaits something that cannot happen any more: a message that nobody will
            send, a lock that is never released, a task that waits for its own end.

              basket  ████████████████████████████████████████████████████████████
                      0s          200ms       400ms       600ms       800ms       1s
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_hang_says_how_many_tasks_wait_too() {
    let said = message(|| {
        judge::run(|| async {
            let tasks: Vec<_> = (0..3).map(|_| tokio::spawn(pending::<()>())).collect();
            for task in tasks {
                task.await.unwrap();
            }
        })
        .kept()
    });
    assert!(said.contains("spawned tasks were waiting too"), "{said}");
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
            It never ended: it went to sleep and woke up again 100 000 times, and got
            nowhere.
            A loop sleeps, looks, and sleeps again, and what it looks for never comes.
            Await the thing itself instead of asking for it again and again.
    "#]]
    .assert_eq(&said);
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
            A loop asks "ready yet?" again and again, or a future wakes itself whenever
            it is polled. While it does, the clock stands still for everybody. Await
            what you wait for, and you are woken once, when it is there.

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
            The thread was stuck at 1 s: for more than a second of real time it did not
            come back to the runtime.
            All tasks share one thread, and they take turns only at an .await. Something
            here holds the thread without one: std::thread::sleep, a lock or channel of
            std that waits, or a loop that never awaits.

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
    assert!(said.contains("The thread was stuck at the very start"), "{said}");
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
            It never ended: for more than a second of real time every task waited at the
            very start for a thread outside the runtime, which did not answer.
            Work handed to another thread (spawn_blocking, std::thread) has to come to
            an end by itself: nobody can stop it from outside.
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
    assert!(said.contains("Inside async code, .await instead"), "{said}");
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
            It panicked at judge/tests/ends.rs:… nobody looked. A panic in a
            spawned task ends that task alone; whoever awaits its JoinHandle learns of
            it.
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
