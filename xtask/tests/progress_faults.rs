//! Whatever happens to a writer or to the disk, progress is never lost and never half; and nothing is
//! left behind.

#![cfg(target_os = "linux")]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::thread;
use support::faults::{self, Fault};
use support::processes::soon;
use support::{Course, IN_TURN, RIGHT, ran};

#[test]
fn a_writer_that_is_killed_anywhere_leaves_the_old_or_the_new_text() {
    if !faults::can_be_made() {
        return;
    }
    let course = Course::new("killed");
    for case in &CASES {
        let (old, new) = (case.text(), case.after(&course));
        for fault in case.faults(&course, "signal=KILL") {
            case.prepare(&course);
            let killed = ran(&mut fault.strike(&course.command(&HINT)));
            assert_eq!(killed.code, None, "{fault}: {}", killed.stderr);
            let left = fs::read(course.root.join("progress.txt")).ok();
            assert!(left == old || left.as_ref() == Some(&new), "{fault}: {left:?}");

            course.xtask(&HINT).says(0, &["hint 2 of 3"]);
            assert_eq!(fs::read(course.root.join("progress.txt")).unwrap(), new, "{fault}");
            case.expect_nothing_else(&course, &fault);
        }
    }
}

#[test]
fn a_disk_that_fills_up_anywhere_leaves_the_old_or_the_new_text() {
    if !faults::can_be_made() {
        return;
    }
    let course = Course::new("filled");
    for case in &CASES {
        let (old, new) = (case.text(), case.after(&course));
        for fault in case.faults(&course, "error=ENOSPC") {
            case.prepare(&course);
            let told = ran(&mut fault.strike(&course.command(&HINT)));
            let left = fs::read(course.root.join("progress.txt")).ok();
            if left.as_ref() != Some(&new) {
                assert_eq!(left, old, "{fault}");
                // Either the hint could not be read in the first place, or it is said.
                let said = told.stderr.contains("Your progress could not be saved");
                assert!(said || told.code == Some(3), "{fault}: {}", told.stderr);
            }
            let fresh = |name: &String| name.contains("new-");
            assert_eq!(course.progress_files().iter().find(|name| fresh(name)), None, "{fault}");

            course.xtask(&HINT).says(0, &["hint 2 of 3"]);
            assert_eq!(fs::read(course.root.join("progress.txt")).unwrap(), new, "{fault}");
            case.expect_nothing_else(&course, &fault);
        }
    }
}

#[test]
fn a_slow_writer_is_waited_for_and_not_disturbed() {
    if !faults::can_be_made() {
        return;
    }
    let course = Course::new("slow");
    course.numbered("02", "not-slow");
    // Half a second between the file that is written and its new name: as long as it takes to see
    // that the other one waits, and no promise about time.
    let slow = Fault::new("rename", 1, "delay_enter=500000");
    let mut slow = slow.strike(&course.command(&["hint", "01"]));
    thread::scope(|scope| {
        let slow = scope.spawn(move || ran(&mut slow));
        assert!(soon(|| course.progress_files().iter().any(|name| name.contains("new-"))));
        course.xtask(&["hint", "02"]).says(0, &["02 · Tea · hint 1 of 3"]);
        slow.join().unwrap().says(0, &["01 · Tea · hint 1 of 3"]);
    });
    let text = course.read("progress.txt");
    for slug in ["slow tried", "not-slow tried"] {
        assert_eq!(text.lines().filter(|line| line.starts_with(slug)).count(), 1, "{text}");
    }
    assert_eq!(course.progress_files(), ["progress.txt"]);
}

#[test]
fn a_read_only_checkout() {
    let course = Course::new("read-only");
    course.answer(IN_TURN);
    course.xtask(&["check"]).says(1, &[]);
    course.answer(RIGHT);
    let progress = course.read("progress.txt");
    let set_mode =
        |mode| fs::set_permissions(&course.root, PermissionsExt::from_mode(mode)).unwrap();
    set_mode(0o555);
    let without_powers = support::without_powers(course.command(&["check"]));
    let checked = without_powers.map(|mut command| ran(&mut command));
    set_mode(0o755);
    // A superuser who cannot shed the power to write everywhere sees nothing of this.
    if let Some(checked) = checked {
        checked.says(0, &["2 of 2 promises kept", "could not be saved", "Permission denied"]);
        assert_eq!(course.read("progress.txt"), progress);
    }
}

#[test]
fn a_full_disk() {
    let course = Course::new("full-disk");
    course.answer(RIGHT);
    course.xtask(&["check"]).says(0, &[]);
    let kept = "# Mine.\nelsewhere solved 3/3 00000000000000aa\n";
    course.write("progress.txt", kept);
    // All is built, so cargo has nothing to write.
    let mut limited = support::with_room_for(0, &course.command(&["check"]));
    ran(&mut limited)
        .says(0, &["2 of 2 promises kept", "could not be saved", "The verdict stands."]);
    assert_eq!(course.read("progress.txt"), kept);
    assert_eq!(course.progress_files(), ["progress.txt"]);
}

/// It records progress, and builds nothing.
const HINT: [&str; 3] = ["hint", "01", "2"];

/// What was there before a writer came to grief.
struct Case {
    before: Option<&'static [u8]>,
    damaged: bool,
}

const CASES: [Case; 3] = [
    Case { before: None, damaged: false },
    Case { before: Some(b"other solved 3/3 00000000000000aa hints=1\n"), damaged: false },
    Case { before: Some(b"other solved 3/3 00000000000000aa\n\xff\n=======\n"), damaged: true },
];

impl Case {
    fn text(&self) -> Option<Vec<u8>> {
        self.before.map(<[u8]>::to_vec)
    }

    fn prepare(&self, course: &Course) {
        for name in course.progress_files() {
            course.remove(&name);
        }
        if let Some(text) = self.before {
            fs::write(course.root.join("progress.txt"), text).unwrap();
        }
    }

    /// What the file is when nothing goes wrong.
    fn after(&self, course: &Course) -> Vec<u8> {
        self.prepare(course);
        course.xtask(&HINT).says(0, &[]);
        fs::read(course.root.join("progress.txt")).unwrap()
    }

    /// Every call that has to do with the file, and `what` to do at it.
    fn faults(&self, course: &Course, what: &'static str) -> Vec<Fault> {
        self.prepare(course);
        let faults = faults::at_every_call(&course.command(&HINT), "progress.txt", what);
        let there = |name| faults.iter().any(|fault| fault.call.contains(name));
        assert!(["open", "write", "fsync", "rename"].into_iter().all(there), "too few calls");
        faults
    }

    /// Once all is well again there is the file, and what was set aside: once and whole.
    fn expect_nothing_else(&self, course: &Course, fault: &Fault) {
        if self.damaged {
            // Whether one that could not be read is the same, nobody can know.
            let mut files = course.progress_files();
            let aside = files.pop().unwrap_or_default();
            assert_eq!(files, ["progress.txt"], "{fault}");
            assert!(aside.starts_with("progress.txt.damaged-"), "{fault}: {aside}");
            assert_eq!(fs::read(course.root.join(aside)).ok(), self.text(), "{fault}");
        } else {
            assert_eq!(course.progress_files(), ["progress.txt"], "{fault}");
        }
    }
}
