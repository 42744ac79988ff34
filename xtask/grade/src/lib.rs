//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.
//!
//! - [`cli`]: what was asked for; `commands`: one file per command
//! - [`model`]: what a grade is made of
//! - `intake`: what was handed in
//! - [`shard`]: a part of a class
//! - [`seed`]: what inputs are drawn from
//! - [`lesson`]: an exercise made ready for grading
//! - [`kit`]: what answers are compiled with
//! - [`sandbox`]: where untrusted code runs
//! - [`reading`] and [`object`]: an answer looked at before it is linked
//! - [`workshop`]: from a source to verdicts, each step in a cage
//! - `grading`: from a submission to its results
//! - [`terms`]: by what a class was graded
//! - [`store`]: results, kept
//! - [`outputs`]: everything that is made of them: [`pages`] and [`formats`]
//!
//! Code of submissions runs on Linux only, and their files are read on Unix only; elsewhere `cargo xtask
//! grade` says so.

#[cfg(unix)]
mod bar;
pub mod cli;
#[cfg(unix)]
pub mod commands;
pub mod formats;
#[cfg(unix)]
mod gate;
#[cfg(unix)]
pub mod grading;
#[cfg(unix)]
pub mod intake;
pub mod kit;
pub mod lesson;
pub mod model;
pub mod object;
pub mod outputs;
pub mod pages;
pub mod reading;
pub mod sandbox;
pub mod seed;
pub mod shard;
#[cfg(unix)]
mod space;
pub mod store;
pub mod terms;
pub mod workshop;
