//! Threads that an answer starts: waited for while they do something, seen when they are left behind.
//!
//! What is known of threads comes from `/proc`, so these are for Linux.
#![cfg(target_os = "linux")]

mod support;

use judge::Kept;
use lab::{SECOND, fetch};
use std::thread;
use std::time::Duration;
use support::{message, verdict};
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;
use tokio::time::{sleep, timeout};

/// `work` on a thread of its own, which tells its result.
async fn on_a_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = oneshot::channel();
    let worker = thread::spawn(move || {
        let _ = sender.send(work());
    });
    let result = receiver.await.expect("the thread tells its result");
    worker.join().expect("the thread does not panic");
    result
}

#[test]
fn the_clock_waits_for_a_thread_that_works() {
    for _ in 0..20 {
        kept(|| {
            let brief = || timeout(SECOND, on_a_thread(|| 7));
            judge::run(brief).returns(Ok(7)).takes(Duration::ZERO).leaves_nothing_running().kept()
        });
    }
}

#[test]
fn and_for_one_that_sleeps_by_the_real_clock() {
    kept(|| {
        let slow = || thread::sleep(Duration::from_millis(40));
        judge::run(move || timeout(SECOND, on_a_thread(slow))).takes(Duration::ZERO).kept()
    });
}

#[test]
fn but_not_for_one_that_waits_for_a_task() {
    kept(|| {
        judge::run(|| async {
            let (sender, receiver) = std::sync::mpsc::channel::<u32>();
            let clerk = thread::spawn(move || receiver.into_iter().sum::<u32>());
            for n in 1..=3 {
                fetch("slip", SECOND).await;
                sender.send(n).expect("the clerk is there");
            }
            drop(sender);
            clerk.join().expect("the clerk does not panic")
        })
        .returns(6)
        .takes(3 * SECOND)
        .leaves_nothing_running()
        .kept()
    });
}

#[test]
fn blocking_work_that_only_waits_for_a_timer_does_not_stop_the_clock() {
    kept(|| {
        judge::run(|| async {
            let handle = tokio::runtime::Handle::current();
            let there = spawn_blocking(move || handle.block_on(fetch("there", 2 * SECOND)));
            fetch("here", SECOND).await;
            there.await.expect("nothing panics");
        })
        .completes("here", SECOND)
        .takes(2 * SECOND)
        .kept()
    });
}

#[test]
fn a_timer_on_a_thread_gets_its_verdict_and_its_name() {
    let said = message(|| {
        judge::run(|| async {
            let alarm = spawn_blocking(|| thread::sleep(Duration::from_secs(5)));
            tokio::select! {
                _ = alarm => {}
                () = fetch("download", SECOND) => {}
            }
        })
        .takes(SECOND)
        .kept()
    });
    assert!(said.contains("every task waited for another thread"), "{said}");
}

#[test]
fn what_is_left_on_a_thread_is_seen() {
    for leave in [leave_a_job as fn(), leave_a_thread] {
        let said = message(move || {
            judge::run(move || async move {
                leave();
                sleep(Duration::from_millis(1)).await;
            })
            .leaves_nothing_running()
            .kept()
        });
        assert!(said.contains("1 thread that it had started was still there"), "{said}");
    }
}

fn leave_a_job() {
    drop(spawn_blocking(park_for_a_while));
}

fn leave_a_thread() {
    drop(thread::spawn(park_for_a_while));
}

/// Waits as one does for another thread, so that the clock goes on meanwhile.
fn park_for_a_while() {
    loop {
        thread::park();
    }
}

#[test]
fn a_short_sleep_of_the_thread_is_seen() {
    let said = message(|| {
        judge::run(|| async {
            thread::sleep(Duration::from_millis(200));
            fetch("bread", SECOND).await;
        })
        .takes(SECOND)
        .kept()
    });
    assert!(said.contains("The thread that runs all tasks was blocked for 0.2"), "{said}");
}

fn kept(promises: impl FnOnce() -> Kept + Send + 'static) {
    assert_eq!(verdict(promises).err(), None);
}
