//! `cargo xtask grade`: a class of untrusted submissions, and the grades of each.
//!
//! - [`cli`]: what was asked for; `commands`: one file per command
//! - [`results`]: what a grade is made of
//! - `intake`: what was handed in
//! - [`shard`]: a part of a class
//! - [`seed`]: what inputs are drawn from
//! - [`graded_exercise`]: an exercise made ready for grading
//! - [`built_dependencies`]: what answers are compiled with
//! - [`sandbox`]: where untrusted code runs
//! - [`source_flags`] and [`object_code`]: an answer looked at before it is linked
//! - [`confined_steps`]: from a source to verdicts, each step in a sandbox
//! - `grading`: from a submission to its results
//! - [`due`] and [`overrides`]: what changes points besides promises
//! - [`grading_conditions`]: by what a class was graded
//! - [`store`]: results, kept
//! - [`similarity`]: answers that are alike
//! - [`outputs`]: everything that is made of them: [`pages`] and [`formats`]
//!
//! Code of submissions runs on Linux only, and their files are read on Unix only; elsewhere `cargo xtask
//! grade` says so.

pub mod built_dependencies;
pub mod cli;
#[cfg(unix)]
pub mod commands;
pub mod confined_steps;
mod csv_dialect;
#[cfg(unix)]
mod disk_space;
pub mod due;
pub mod formats;
pub mod graded_exercise;
#[cfg(unix)]
pub mod grading;
pub mod grading_conditions;
#[cfg(unix)]
pub mod intake;
pub mod object_code;
pub mod outputs;
pub mod overrides;
pub mod pages;
#[cfg(unix)]
mod permits;
#[cfg(unix)]
mod progress_bar;
pub mod results;
pub mod sandbox;
pub mod seed;
pub mod shard;
pub mod similarity;
pub mod source_flags;
pub mod store;
