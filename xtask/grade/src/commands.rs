//! What can be asked of the grader, one file each.

pub mod grade;
pub mod merge;
