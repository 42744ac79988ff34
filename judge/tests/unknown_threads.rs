//! Where the system tells nothing of threads, what cannot be known is left out: nobody is accused of it.
#![cfg(not(target_os = "linux"))]

use lab::{SECOND, fetch};
use std::thread;
use std::time::Duration;
use tokio::time::sleep;

#[test]
fn a_thread_of_std_that_is_left_behind_is_not_known_and_not_told() {
    let _kept = judge::run(|| async {
        drop(thread::spawn(park_for_ever));
        sleep(Duration::from_millis(1)).await;
    })
    .leaves_nothing_running()
    .kept();
}

#[test]
fn a_thread_that_may_have_waited_for_a_core_is_not_said_to_have_slept() {
    let _kept = judge::run(|| async {
        thread::sleep(Duration::from_millis(100));
        fetch("bread", SECOND).await;
    })
    .takes(SECOND)
    .kept();
}

fn park_for_ever() {
    loop {
        thread::park();
    }
}
