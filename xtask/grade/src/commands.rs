//! What can be asked of the grader, one file each.

pub mod grade;
mod lost_grades;
pub mod merge;
