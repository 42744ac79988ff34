//! What happens whenever the runtime parks because no task can go on: the clock jumps, or a thread is waited
//! for.

use crate::run_state::RunState;
use crate::threads;
use std::pin::pin;
use std::task::{Context, Waker};
use std::thread;
use std::time::{Duration, Instant};
use tokio::time::advance;

/// Real time between two samples of threads, how many in a row must find none of them at work, and
/// for how long one that works on may take to end.
const SAMPLE_INTERVAL: Duration = Duration::from_micros(200);
const SAMPLES_TO_BE_ASLEEP: u32 = 10;
const MAX_TIME_TO_END: Duration = Duration::from_secs(1);

/// What is done whenever no task can go on, just before the clock jumps to the next timer.
///
/// A thread that the answer has started lives by real time: while it works, or sleeps, the clock waits for
/// it, for otherwise an hour would be gone before a thread comes that takes a microsecond. A thread that
/// waits for another thread is not waited for: it does nothing before a task does, and tasks wait for the
/// clock. (tokio itself stops the clock for as long as there is blocking work; where that only waits, the
/// clock is moved on by hand.)
pub(crate) fn before_parking(state: &RunState) {
    state.parked();
    let Some(started) = threads::started() else {
        return if state.gives_grace() {
            state.waits_for_a_thread();
        } else {
            state.nobody_to_wait_for();
        };
    };
    if started.alive == 0 {
        return state.nobody_to_wait_for();
    }
    let rechecks = state.rechecks_waiting_threads();
    let samples = if rechecks { SAMPLES_TO_BE_ASLEEP } else { SAMPLES_TO_WAIT };
    let waits = !started.goes_on()
        && (1..samples).all(|_| {
            if rechecks {
                thread::sleep(5 * SAMPLE_INTERVAL);
            }
            threads::started().is_some_and(|started| !started.goes_on())
        });
    state.threads_wait(waits);
    if !waits {
        state.waits_for_a_thread();
        thread::sleep(SAMPLE_INTERVAL / 4);
    } else if state.has_blocking_threads() && state.has_just_moved_the_clock() {
        // First a round of the scheduler, in which what is due now comes about.
        state.waits_for_a_thread();
    } else if state.has_blocking_threads() {
        state.waits_for_a_thread();
        state.moves_the_clock();
        // The first poll moves the clock, and the rest would only yield.
        let mut step = pin!(advance(Duration::from_millis(1)));
        let _ = step.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    } else {
        state.nobody_to_wait_for();
    }
}

/// How many samples in a row must find all threads waiting for each other. While they are sampled one
/// after the other, one may have woken another.
const SAMPLES_TO_WAIT: u32 = 3;

/// How many threads the answer has started that go on, or wait, when it is over. One that is about to
/// end is waited for: only who sleeps, or works on and on, counts.
pub(crate) fn threads_left(state: &RunState) -> usize {
    state.settles();
    let began = Instant::now();
    let mut asleep = 0;
    loop {
        let Some(started) = threads::started() else {
            return state.blocking_threads_left();
        };
        if started.alive == 0 {
            return 0;
        }
        asleep = if started.working == 0 { asleep + 1 } else { 0 };
        if asleep >= SAMPLES_TO_BE_ASLEEP || began.elapsed() >= MAX_TIME_TO_END {
            return started.alive;
        }
        thread::sleep(SAMPLE_INTERVAL);
    }
}
