//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.
//!
//! - [`model`]: what a grade is made of
//! - `intake`: what was handed in (on Unix only: elsewhere nothing is graded)

#[cfg(unix)]
pub mod intake;
pub mod model;
