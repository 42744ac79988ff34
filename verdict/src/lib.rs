//! What a run of learner code came to.
//!
//! The judge, inside the test's process, fills a [`Report`]; the runner, outside, reads it. Both
//! draw the same picture of it, so a plain `cargo test` and `cargo xtask check` tell one story.
//!
//! - [`report`]: the data: how the run ended, what was found, what overlapped
//! - [`report_protocol`]: how a report travels from the judge to the runner without being forged
//! - [`json`]: JSON, as little of it as that takes
//! - [`text_picture`]: the timeline, drawn for a terminal
//! - [`shared_pictures`]: which pictures to show of several promises
//! - [`svg`]: the same pictures, drawn for a page
//! - [`report_text`]: a broken promise in words, with its picture
//! - [`text`]: widths, wrapping, times and names, for any script

#![warn(missing_docs)]

mod axis;
pub mod json;
pub mod report;
pub mod report_protocol;
pub mod report_text;
pub mod shared_pictures;
pub mod svg;
pub mod text;
pub mod text_picture;

pub use report::{End, Fate, Finding, Panic, Report, Said, Span, Timeline};
