//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.
//!
//! - [`model`]: what a grade is made of
//! - [`reading`] and [`object`]: an answer looked at before it is compiled, and before it is linked
//! - [`kit`]: what answers are compiled with
//! - [`pages`]: the class and its students as pages
//! - [`store`]: results, kept

pub mod kit;
pub mod model;
pub mod object;
pub mod pages;
pub mod reading;
pub mod store;
