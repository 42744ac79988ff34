//! What was proved of the course.

use super::{BOLD, FAINT, mark, painted};
use crate::commands::verify::Proof;
use anstream::println;
use verdict::text::count;

/// One exercise.
pub fn verified(proof: &Proof) {
    let Proof { heading, promises, wrong, right, faults } = proof;
    println!("{} {}", mark(faults.is_empty()), painted(BOLD, heading));
    let proved = format!(
        "{}, {} rejected, {} accepted",
        count(*promises, "promise"),
        count(*wrong, "wrong answer"),
        count(right + 1, "right answer")
    );
    if faults.is_empty() {
        println!("  {}", painted(FAINT, &proved));
    }
    for fault in faults {
        for (i, line) in fault.lines().enumerate() {
            println!("  {}{line}", if i == 0 { "- " } else { "    " });
        }
    }
}
