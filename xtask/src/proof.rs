//! What `verify` has proved of one exercise.

use std::collections::BTreeSet;

/// What was proved of an exercise, and what could not be.
#[derive(Default)]
pub struct Proof {
    pub heading: String,
    pub promises: BTreeSet<String>,
    /// Those of them that are about any input: what they find is each time another mistake, so no hint is
    /// made for them.
    pub of_any_input: BTreeSet<String>,
    /// The keys of all mistakes that were recognised in some answer.
    pub mistakes: BTreeSet<String>,
    pub wrong: usize,
    pub right: usize,
    pub refused: usize,
    /// What is wrong with it, each in a sentence that names its file.
    pub faults: Vec<String>,
}
