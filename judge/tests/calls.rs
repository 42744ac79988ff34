//! Plain functions that start a runtime of their own: they are watched, and their clock is simulated.
//!
//! These prove the point because the seconds below are many: a judge that let them pass for real
//! would take minutes, or give up on the call.

mod support;

use expect_test::expect;
use judge::Fate;
use lab::{SECOND, say, span};
use std::time::Duration;
use support::message;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::time::sleep;

#[test]
fn a_call_takes_simulated_time() {
    let two_naps = || {
        runtime().block_on(async { tokio::join!(nap("short", 2), nap("long", 100)) });
        "rested"
    };
    let _kept = judge::call(two_naps)
        .returns("rested")
        .takes(100 * SECOND)
        .starts("short", Duration::ZERO)
        .completes("short", 2 * SECOND)
        .completes("long", 100 * SECOND)
        .kept();
}

#[test]
fn the_times_of_two_runtimes_add_up() {
    let one_after_the_other = || {
        for name in ["first", "second"] {
            runtime().block_on(async {
                say!("{name} begins");
                nap(name, 3).await;
            });
        }
    };
    let _kept = judge::call(one_after_the_other)
        .completes("first", 3 * SECOND)
        .says_at(3 * SECOND, judge::Lines::InOrder(&["second begins"]))
        .starts("second", 3 * SECOND)
        .completes("second", 6 * SECOND)
        .kept();
}

#[test]
fn a_call_is_made_outside_of_any_runtime() {
    let outside = || Handle::try_current().is_err();
    let _kept = judge::call(outside).returns(true).takes(Duration::ZERO).kept();
}

#[test]
fn a_task_that_goes_with_its_runtime_was_cancelled() {
    let leaves_a_task = || {
        runtime().block_on(async {
            tokio::spawn(nap("background", 5));
            nap("foreground", 1).await;
        });
    };
    let _kept = judge::call(leaves_a_task)
        .promises(|seen| {
            let background = &seen.spans("background")[0];
            assert_eq!((background.fate, background.end), (Fate::Cancelled, SECOND));
            Ok(())
        })
        .kept();
}

#[test]
fn a_call_that_does_not_come_back_is_blocked() {
    let said = message(|| {
        judge::call(|| {
            let runtime = runtime();
            runtime.block_on(nap("tea", 4));
            // Nobody drives the timers of a current-thread runtime from its handle.
            runtime.handle().block_on(async { sleep(SECOND).await });
        })
        .kept()
    });
    expect![[r#"
        It never came back: on the thread that called it, nothing more began or
        ended after 4 s, in more than a second of real time.
        The thread that called it is stuck. Something waits for what nobody drives
        or sends, or takes real time on this thread or on another.

          tea  ████████████████████████████████████████████████
               0s          1s          2s          3s          4s
    "#]]
    .assert_eq(&said);
}

#[test]
fn a_panic_in_a_call_is_told_with_its_message_and_place() {
    let said = message(|| judge::call(|| -> u32 { todo!("start a runtime") }).kept());
    expect![[r#"
        This part is still to be written: start a runtime
        It is at judge/tests/calls.rs:….
    "#]]
    .assert_eq(&said);
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_time().build().unwrap()
}

async fn nap(name: &str, seconds: u32) {
    span(name, async { sleep(seconds * SECOND).await }).await;
}
