//! What can be asked of the grader, one file each.

pub mod grade;
mod losses;
pub mod merge;
