//! A class of which many have no answer: more likely nobody knows how they named their files, or the roster
//! is another class's. Then there is no gradebook, unless the instructor says so.

use crate::intake::{self, Submission};
use verdict::text::{sanitize, truncate};

/// How many examples are shown, and how much of each.
const EXAMPLES: usize = 3;
const COLUMNS: usize = 300;

/// Why nobody should be graded yet: of a third or more of those who handed in something, nothing can be
/// graded, or not for anybody on the roster.
pub fn too_many(submissions: &[Submission]) -> Option<String> {
    let (came, absent): (Vec<&Submission>, Vec<&Submission>) =
        submissions.iter().partition(|submission| intake::came(&submission.remarks));
    let unfound = |one: &&&Submission| !one.student.stranger && one.answers.is_empty();
    let unfound: Vec<&Submission> = came.iter().filter(unfound).copied().collect();
    // As many as may be the work of those who seem to have handed in nothing.
    let strangers = came.iter().filter(|one| one.student.stranger).take(absent.len()).copied();
    let all: Vec<&Submission> = unfound.iter().copied().chain(strangers).collect();
    if all.is_empty() || 3 * all.len() < came.len() {
        return None;
    }
    let what = match (unfound.len(), all.len() - unfound.len()) {
        (_, 0) => "no answer was found",
        (0, _) => "the roster has no row",
        _ => "no answer was found, or the roster has no row,",
    };
    let example = |one: &&Submission| {
        let said = one.remarks.first().map_or("", String::as_str);
        truncate(&sanitize(&format!("  {}: {said}", one.student.name)), COLUMNS, "…")
    };
    let examples: Vec<String> = all.iter().take(EXAMPLES).map(example).collect();
    Some(format!(
        "{what} for {} of the {} who handed in something, such as:\n\n{}\n\nNobody was graded, and no \
         gradebook was written: that would give zeros to many who may have done the work. If it is right \
         all the same, run the same command with --yes",
        all.len(),
        came.len(),
        examples.join("\n")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Answer;
    use crate::results::Student;
    use std::collections::BTreeMap;

    fn one(name: &str, slugs: &[&str], remark: &str) -> Submission {
        let answer = |slug: &&str| ((*slug).to_owned(), Answer::Source(String::new()));
        let name = name.to_owned();
        Submission {
            student: Student { id: name.clone(), name, stranger: false, roster: BTreeMap::new() },
            answers: slugs.iter().map(answer).collect(),
            complete: !slugs.is_empty(),
            remarks: if remark.is_empty() { Vec::new() } else { vec![remark.to_owned()] },
            late: None,
        }
    }

    fn strangers(n: usize) -> impl Iterator<Item = Submission> {
        (0..n).map(|i| {
            let mut one = one(&format!("x{i}"), &["gather"], "The roster does not know this.");
            one.student.stranger = true;
            one
        })
    }

    #[test]
    fn a_third_without_an_answer_is_asked_about_and_less_is_not() {
        let right = || one("ada", &["gather"], "");
        let lost = || one("bob", &[], "No answer was found in it.");
        let absent = || one("cy", &[], "nothing was handed in");
        let said = too_many(&[right(), right(), lost(), absent(), absent()]).expect("asked");
        assert!(said.contains("no answer was found for 1 of the 3 who"), "{said}");
        assert!(said.contains("  bob: No answer was found in it."), "{said}");
        assert_eq!(too_many(&[right(), right(), right(), lost(), absent()]), None);
        assert_eq!(too_many(&[absent(), absent()]), None);
    }

    #[test]
    fn a_roster_of_another_class_is_asked_about() {
        let right = || one("ada", &["gather"], "");
        let absent = || one("cy", &[], "nothing was handed in");
        let mut class: Vec<Submission> = strangers(8).collect();
        class.extend([right(), absent(), absent(), absent(), absent(), absent()]);
        let said = too_many(&class).expect("asked");
        assert!(said.contains("the roster has no row for 5 of the 9 who"), "{said}");
        // Nobody on the roster could be one of them.
        let class: Vec<Submission> = strangers(8).chain([right()]).collect();
        assert_eq!(too_many(&class), None);
    }
}
