//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.
//!
//! - [`cli`]: what was asked for; [`commands`]: one file per command
//! - [`model`]: what a grade is made of
//! - [`intake`]: what was handed in
//! - [`shard`]: a part of a class
//! - [`lesson`]: an exercise made ready for grading
//! - [`kit`]: what answers are compiled with
//! - [`sandbox`]: where untrusted code runs
//! - [`reading`] and [`object`]: an answer looked at before it is linked
//! - [`workshop`]: from a source to verdicts, each step in a cage
//! - [`grading`]: from a submission to its results
//! - [`store`]: results, kept
//! - [`outputs`]: everything that is made of them: [`pages`] and [`formats`]
//!
//! Linux only, as far as code of submissions runs; everywhere else `cargo xtask grade` says so.

mod bar;
pub mod cli;
pub mod commands;
pub mod formats;
mod gate;
pub mod grading;
pub mod intake;
pub mod kit;
pub mod lesson;
pub mod model;
pub mod object;
pub mod outputs;
pub mod reading;
pub mod sandbox;
pub mod shard;
mod space;
pub mod store;
pub mod workshop;
