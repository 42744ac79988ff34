//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.
//!
//! - [`model`]: what a grade is made of
//! - [`sandbox`]: where untrusted code runs

pub mod model;
pub mod sandbox;
