//! `verify` finds every way in which an exercise can be unsound, and nothing in a sound one.

mod support;

use support::{Course, RIGHT};

#[test]
fn a_sound_course_is_proved() {
    let course = Course::new("verify-sound");
    course
        .xtask(&["verify"])
        .says(0, &["2 promises, 6 wrong answers rejected, 6 right answers accepted"]);
}

#[test]
fn a_skeleton_that_passes() {
    let course = Course::new("verify-skeleton-passes");
    let passing = support::source(RIGHT);
    course.write(&course.solution("start.rs"), &passing);
    course.write(&course.exercise("src/lib.rs"), &passing);
    course
        .xtask(&["verify"])
        .says(1, &["start.rs: keeps every promise; a skeleton must break one"]);
}
