//! Shows what `verify` has proved of the course.

use super::{BOLD, FAINT, Page, painted};
use crate::proof::Proof;
use verdict::text::count;

/// In what the list of members differs from the folders; nothing when it doesn't.
pub fn members(page: &mut Page, faults: &[String]) {
    for fault in faults {
        page.line(format_args!("{} {fault}", page.terminal().mark(false)));
    }
}

/// One exercise.
pub fn verified(page: &mut Page, proof: &Proof) {
    let Proof { heading, promises, wrong, right, refused, faults, .. } = proof;
    page.line(format_args!(
        "{} {}",
        page.terminal().mark(faults.is_empty()),
        painted(BOLD, heading)
    ));
    let proved = format!(
        "{}, {} rejected, {} accepted, {refused} refused by the compiler",
        count(promises.len(), "promise"),
        count(*wrong, "wrong answer"),
        count(right + 1, "right answer")
    );
    if faults.is_empty() {
        page.line(format_args!("  {}", painted(FAINT, &proved)));
    }
    for fault in faults {
        for (i, line) in fault.lines().enumerate() {
            page.line(format_args!("  {}{line}", if i == 0 { "- " } else { "    " }));
        }
    }
}
