//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.
//!
//! - [`model`]: what a grade is made of
//! - [`reading`] and [`object`]: an answer looked at before it is compiled, and before it is linked
//! - [`kit`]: what answers are compiled with
//! - [`store`]: results, kept
//! - [`formats`]: results, for others to read

pub mod formats;
pub mod kit;
pub mod model;
pub mod object;
pub mod reading;
pub mod store;
