//! Where the system tells nothing of threads: what the judge knows by itself is told, and what it cannot
//! know is left out.
#![cfg(not(target_os = "linux"))]

mod support;

use lab::{SECOND, fetch};
use std::thread;
use std::time::Duration;
use support::{message, verdict};
use tokio::task::spawn_blocking;
use tokio::time::sleep;

#[test]
fn a_job_that_is_left_behind_is_seen() {
    let said = message(|| {
        judge::run(|| async {
            drop(spawn_blocking(park_for_ever));
            sleep(Duration::from_millis(1)).await;
        })
        .leaves_nothing_running()
        .kept()
    });
    assert!(said.contains("1 thread that it had started was still there"), "{said}");
}

#[test]
fn a_thread_of_std_that_is_left_behind_is_not_known_and_not_told() {
    let verdict = verdict(|| {
        judge::run(|| async {
            drop(thread::spawn(park_for_ever));
            sleep(Duration::from_millis(1)).await;
        })
        .leaves_nothing_running()
        .kept()
    });
    assert_eq!(verdict.err(), None);
}

#[test]
fn a_thread_that_may_have_waited_for_a_core_is_not_said_to_have_slept() {
    let verdict = verdict(|| {
        judge::run(|| async {
            thread::sleep(Duration::from_millis(100));
            fetch("bread", SECOND).await;
        })
        .takes(SECOND)
        .kept()
    });
    assert_eq!(verdict.err(), None);
}

fn park_for_ever() {
    loop {
        thread::park();
    }
}
