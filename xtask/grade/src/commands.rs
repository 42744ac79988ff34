//! The grader's commands, one file each.

pub mod autograder;
pub mod grade;
mod lost_grades;
pub mod merge;
