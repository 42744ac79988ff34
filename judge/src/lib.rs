//! Runs learner code on a clock of its own and says whether a promise was kept.
//!
//! ```
//! # async fn run_all() -> Vec<u32> { vec![1, 2, 3] }
//! # fn main() -> judge::Kept {
//! judge::run(run_all)              // paused clock, one thread, watched from another
//!     .returns(vec![1, 2, 3])
//!     .leaves_nothing_running()
//!     .kept()
//! # }
//! ```
//!
//! A test that returns [`Kept`] can only get it from [`Run::kept`], so no test passes without the
//! judge. A broken promise panics with a message for a learner: what was promised, what happened,
//! what that usually means, and a picture of what overlapped.
//!
//! Times in here are **virtual** unless they say otherwise: the clock is paused and jumps to the
//! next timer whenever every task waits, so durations are exact and a test takes a moment.
//!
//! - [`run()`] and [`call`]: what a run is
//! - [`Seen`]: what was seen of it
//! - [`Run`]: what can be promised
//! - [`same_items`]: whether only the order differs; [`moments`]: times in order, each once;
//!   [`waits_for_a_namesake`]: whether equals had to wait for each other
//! - [`join_all()`]: many people in one story
//! - [`own_waker()`]: a future that is polled only when it was woken itself
//! - [`any_input`]: a promise for whatever input, with [`Scenario`], [`Case`], [`Call`], [`Rng`] for its
//!   cases, and [`Expected`] and [`Observation`] for its model
//! - [`time`]: a time as messages tell it
//! - [`Kept`]: the proof

#![warn(missing_docs)]

mod any_input;
mod case_run;
mod diagnosis;
mod execute;
mod join_all;
mod kept;
mod model;
mod observed;
mod own_waker;
mod panics;
mod parking;
mod promises;
mod random;
mod remote_run;
mod run_state;
mod scenario;
mod scheduler_probe;
mod start_barrier;
mod stuck_limit;
mod stuck_messages;
mod threads;
mod watchdog;

pub use any_input::any_input;
pub use execute::{LIMIT, call, run};
pub use join_all::{JoinAll, join_all};
pub use kept::Kept;
pub use model::{Expected, Observation};
pub use observed::{Observed, Seen, moments, same_items, waits_for_a_namesake};
pub use own_waker::own_waker;
pub use promises::{Lines, Run};
pub use random::Rng;
pub use scenario::{Call, Case, Scenario};
pub use verdict::text::time;
pub use verdict::{End, Fate, Finding, Said, Span, Timeline};
