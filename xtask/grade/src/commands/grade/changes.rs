//! What differs between two results of a student, in words.

use crate::results::{ExerciseResult, Graded, Points, Status, Syllabus};
use std::collections::BTreeMap;
use verdict::report_text;
use verdict::text::{count, sanitize, words};
use verdict::text_picture::Style;

/// A line for each exercise whose result is another one: `ada: gather 4 → 10 of 10`. What was before
/// comes with what it earned then: points may count for other promises now.
pub fn between(
    syllabus: &Syllabus,
    before: Option<(&Graded, BTreeMap<String, Points>)>,
    after: &Graded,
) -> Vec<String> {
    let who = &after.student.id;
    let mut lines = Vec::new();
    for entry in &syllabus.exercises {
        let old = before.as_ref().and_then(|(graded, earned)| {
            let result = graded.exercises.get(&entry.slug)?;
            Some((*earned.get(&entry.slug)?, kept(result)))
        });
        let new = after.exercises.get(&entry.slug).filter(|result| result.has_grade());
        let new = new.map(|r| (entry.earned(r), kept(r)));
        if old == new {
            continue;
        }
        let points = |side: &Option<(_, Vec<String>)>| match side {
            Some((earned, _)) => format!("{earned}"),
            None => "none".to_owned(),
        };
        let (old_kept, new_kept) = (
            old.as_ref().map(|(_, kept)| kept.clone()).unwrap_or_default(),
            new.as_ref().map(|(_, kept)| kept.clone()).unwrap_or_default(),
        );
        let mut line = format!(
            "{who}: {} {} → {} of {}",
            entry.slug,
            points(&old),
            points(&new),
            entry.points
        );
        if old.is_some() {
            let only = |these: &[String], those: &[String]| -> Vec<String> {
                these.iter().filter(|name| !those.contains(name)).map(|name| words(name)).collect()
            };
            for (what, which) in [
                ("now kept", only(&new_kept, &old_kept)),
                ("now broken", only(&old_kept, &new_kept)),
            ] {
                if !which.is_empty() {
                    line.push_str(&format!("; {what}: {}", which.join(", ")));
                }
            }
        }
        lines.push(line);
    }
    lines
}

fn kept(result: &ExerciseResult) -> Vec<String> {
    let kept = result.promises.iter().filter(|promise| promise.kept());
    kept.map(|promise| promise.name.clone()).collect()
}

/// All changes, for a terminal; with what would be lost and so keeps the run from being made.
pub fn summary(changes: &[String], students: usize, loss: Option<&str>) -> String {
    let next = match loss {
        None => "Run the same without --preview to make it so.".to_owned(),
        Some(loss) => format!("But the same without --preview is refused: {loss}."),
    };
    match changes {
        [] if loss.is_none() => {
            format!("Nothing would change, for {}.", count(students, "student"))
        }
        [] => format!("Nothing would change, for {}. {next}", count(students, "student")),
        lines => {
            format!("{}\n\n{} would change. {next}", lines.join("\n"), count(lines.len(), "result"))
        }
    }
}

/// How one student's answers fared, promise by promise.
pub fn report(syllabus: &Syllabus, graded: &Graded) -> String {
    let style = Style { width: 80, unicode: true };
    let mut text = format!(
        "{} ({}): {} of {} points\n{}\nSeed: {}\n",
        sanitize(&graded.student.name),
        graded.student.id,
        syllabus.earned(graded),
        syllabus.points(),
        graded.tier,
        graded.seed
    );
    graded
        .all_remarks()
        .iter()
        .for_each(|remark| text.push_str(&format!("! {}\n", sanitize(remark))));
    for entry in &syllabus.exercises {
        let Some(result) = graded.exercises.get(&entry.slug) else { continue };
        let heading = format!("{} · {}", entry.number, entry.title);
        let earned = entry.earned(result);
        text.push_str(&format!("\n{heading}: {earned} of {}\n", entry.points));
        result
            .all_remarks()
            .iter()
            .for_each(|remark| text.push_str(&format!("! {}\n", sanitize(remark))));
        match result.status {
            Status::Missing => text.push_str("Nothing was handed in.\n"),
            Status::Unrecognised => text.push_str("No answer to it was recognised.\n"),
            Status::Refused => {}
            Status::Broken => {
                text.push_str("It does not compile.\n");
                result
                    .diagnostics
                    .lines()
                    .for_each(|l| text.push_str(&format!("  {}\n", sanitize(l))));
            }
            Status::Ran => {}
        }
        for promise in &result.promises {
            let mark = if promise.kept() { '✓' } else { '✗' };
            text.push_str(&format!("{mark} {}\n", words(&promise.name)));
            if !promise.report.kept() {
                text.push_str(&report_text::plain(&promise.report, style, 4));
            } else if !promise.judged {
                text.push_str("    There is no proof of it.\n");
            }
        }
    }
    text
}
