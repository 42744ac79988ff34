//! `cargo xtask watch`

use super::named_or_current;
use crate::Outcome;
use crate::course::Course;
use crate::failure::Failure;
use crate::process::guard;
use crate::progress::Progress;
use crate::watch::session;

pub fn run(name: Option<String>) -> Result<Outcome, Failure> {
    let course = Course::here()?;
    let slug = {
        let progress = Progress::load(&course);
        named_or_current(&course, &progress, name.as_deref())?.slug.clone()
    };
    // A watch lives long enough to be killed in the middle of a check. Without a guard it works all
    // the same.
    let _ = guard::set_up();
    let begin = course.exercises().iter().position(|exercise| exercise.slug == slug);
    Ok(session::run(course, begin.unwrap_or(0)))
}
