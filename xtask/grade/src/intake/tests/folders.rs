//! Folders and files on a disk.

use super::fixture::*;
use crate::intake::collected_files::CollectedFiles;
use crate::intake::folder::{self, Dir};
use crate::intake::machine_faults::MachineFaults;
use crate::intake::{Answer, MAX_ANSWER};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};

fn ids(all: &[crate::intake::Submission]) -> Vec<&str> {
    all.iter().map(|one| one.student.id.as_str()).collect()
}

#[test]
fn a_class_is_taken_student_by_student_however_each_handed_in() {
    let class = Scratch::new();
    class.file("c/ada/course-main/exercises/01-gather/src/lib.rs", "ada");
    class.file("c/ada/course-main/exercises/02-one-after-another/src/lib.rs", "second");
    class.file("c/ada/course-main/solutions/01-gather/src/lib.rs", "not hers");
    class.file("c/ada/course-main/exercises/01-gather/tests/gather.rs", "not hers");
    class.file("c/ada/course-main/target/exercises/01-gather/src/lib.rs", "old");
    class.file("c/bob/07-gather/src/lib.rs", "bob");
    class.file("c/cy/01-gather/lib.rs", "cy");
    class.file("c/dan/homework/Gather.rs", "dan");
    class.file("c/eve/01.rs", "eve");
    class.file("c/fay.zip", zip([("x/exercises/01-gather/src/lib.rs", &b"fay"[..])]));
    class.file("c/gus.tar.gz", gz(&tar([(GATHER, tar::EntryType::Regular, &b"gus"[..])])));
    class.file("c/lovelaceada_12_345_01-gather-1.rs", "canvas");
    class.file("c/lovelaceada_12_346_one_after_another.rs", "second");
    class.file("c/Zoe_77_assignsubmission_file_/gather.rs", "moodle");
    class.file("c/.DS_Store", "");
    let all = class.take("c");
    let found: Vec<(&str, &str)> =
        all.iter().map(|one| (&one.student.name[..], one.gather())).collect();
    let expected = ["ada", "bob", "cy", "dan", "eve", "fay", "gus"].map(|name| (name, name));
    assert_eq!(found[..7], expected);
    assert_eq!(found[7..], [("lovelaceada", "canvas"), ("Zoe", "moodle")]);
    assert_eq!(ids(&all)[..8], ["ada", "bob", "cy", "dan", "eve", "fay", "gus", "lovelaceada_12"]);
    assert!(ids(&all)[8].starts_with("zoe-77-") || ids(&all)[8].starts_with("zoe_77-"));
    assert_eq!(all[0].answers.len(), 2);
    assert_eq!(all[7].answers.len(), 2);
    assert!(all.iter().all(|one| one.remarks.is_empty()), "{all:?}");
}

#[test]
fn a_place_in_which_the_course_begins_is_one_submission() {
    for file in [GATHER, "01-gather/src/lib.rs", "01-gather/lib.rs", "gather.rs", "1.rs"] {
        let scratch = Scratch::new();
        scratch.file(&format!("ada/{file}"), "x");
        scratch.file("ada/notes/a.txt", "");
        let all = scratch.take("ada");
        assert_eq!(ids(&all), ["ada"], "{file}");
        assert_eq!(all[0].gather(), "x");
    }
    let scratch = Scratch::new();
    assert_eq!(taken(&[scratch.file("01-gather.rs", "x")])[0].gather(), "x");
}

#[test]
fn somebody_called_as_an_exercise_is_does_not_swallow_the_class() {
    // As a folder, as a zip, and as a zip with a folder around it all.
    let at = |files: &[(&str, &[u8])]| {
        let class = Scratch::new();
        files.iter().for_each(|(name, text)| drop(class.file(&format!("c/{name}"), text)));
        let wrapped: Vec<String> = files.iter().map(|(name, _)| format!("w/{name}")).collect();
        let wrapped = wrapped.iter().zip(files).map(|(name, (_, text))| (name.as_str(), *text));
        class.file("c.zip", zip(files.iter().copied()));
        class.file("w.zip", zip(wrapped));
        let at = |name| take(&[class.path().join(name)], None, &course());
        ["c", "c.zip", "w.zip"].map(at)
    };
    let packed = zip([("gather.rs", &b"x"[..])]);
    for other in [
        ("ada/gather.rs", &b"a"[..]),
        ("ada/exercises/01-gather/src/lib.rs", b"a"),
        ("ada.zip", &packed),
    ] {
        for taken in at(&[("gather/lib.rs", b"g"), other]) {
            let failure = taken.expect_err("nobody knows what it is").to_string();
            assert!(failure.contains("ada in it has answers of its own"), "{failure}");
            assert!(failure.contains("put gather into a .zip of that name"), "{failure}");
        }
        // What it says helps.
        let inner = zip([("gather/lib.rs", &b"g"[..])]);
        for taken in at(&[("gather.zip", &inner), other]) {
            let all = taken.unwrap_or_else(|failure| panic!("{failure}"));
            assert_eq!(ids(&all), ["ada", "gather"]);
            assert_eq!(all[1].gather(), "g");
        }
    }
    // One submission, and nobody is asked.
    for other in [
        "02-one-after-another/lib.rs",
        "notes/a.txt",
        "helper.rs",
        "target/x/gather.rs",
        "tests/gather.rs",
    ] {
        for taken in at(&[("gather/lib.rs", b"g"), (other, b"x")]) {
            let all = taken.unwrap_or_else(|failure| panic!("{failure}"));
            assert_eq!((all.len(), all[0].gather()), (1, "g"), "{other}");
        }
    }
    // Somebody's answer lies among the students' folders, or else it is one submission.
    for lost in ["01-gather/lib.rs", "01-gather.rs", "1.rs", "Gather.rs"] {
        for taken in at(&[(lost, b"g"), ("old/gather.rs", b"x")]) {
            let failure = taken.expect_err("nobody knows what it is").to_string();
            let name = lost.split('/').next().expect("a name");
            assert!(failure.contains("old in it has answers of its own"), "{failure}");
            let way = format!("put {name} into a folder with the name of the student");
            assert!(failure.contains(&way), "{failure}");
        }
    }
    for taken in at(&[("exercises/01-gather/src/lib.rs", b"g"), ("old/gather.rs", b"x")]) {
        assert_eq!(taken.map(|all| all.len()).unwrap_or_default(), 1);
    }
}

#[test]
fn a_class_about_one_exercise_needs_no_names() {
    let class = Scratch::new();
    class.file("c/ada/src/lib.rs", "a");
    class.file("c/bob/lib.rs", "b");
    class.file("c/cy.rs", "c");
    class.file("c/dan/x.rs", "1");
    class.file("c/dan/y.rs", "2");
    class.file("c/eve/gather-main/src/lib.rs", "e");
    // Of a clone the tools are nobody's answer, nor is another exercise.
    class.file("c/fay/lab/src/lib.rs", "tool");
    class.file("c/fay/judge/src/lib.rs", "tool");
    class.file("c/gus/exercises/04-select/src/lib.rs", "other");
    let all = take(&[class.path().join("c")], None, &[exercise("01", "gather")]).expect("taken");
    assert_eq!(
        all.iter().map(|one| one.gather()).collect::<Vec<_>>(),
        ["a", "b", "c", "", "e", "", ""]
    );

    let several = class.take("c");
    assert!(several[2].said().contains("`cy.rs` does not say by its name"), "{several:?}");
}

#[test]
fn two_different_answers_are_refused_unless_one_is_where_it_belongs() {
    let class = Scratch::new();
    class.file("c/ada/a/gather.rs", "1");
    class.file("c/ada/b/gather.rs", "2");
    class.file("c/bob/a/gather.rs", "same");
    class.file("c/bob/b/gather.rs", "same");
    class.file("c/cy/w/exercises/01-gather/src/lib.rs", "right");
    class.file("c/cy/gather.rs", "other");
    let all = class.take("c");
    assert_eq!(
        all[0].answers["gather"],
        Answer::Refused(
            "`a/gather.rs` and `b/gather.rs` could all be the answer, and they differ. Keep the \
             right one as exercises/01-gather/src/lib.rs and hand in again."
                .to_owned()
        )
    );
    assert_eq!([all[1].gather(), all[2].gather()], ["same", "right"]);
}

#[test]
fn only_text_of_a_fair_size_is_taken() {
    let class = Scratch::new();
    let full = "x".repeat(MAX_ANSWER as usize);
    class.file("c/bom/gather.rs", "\u{feff}a\r\nb");
    class.file("c/full/gather.rs", &full);
    class.file("c/large/gather.rs", format!("{full}x"));
    class.file("c/latin/gather.rs", b"\xe9");
    class.file("c/noughts/gather.rs", "a\0");
    let all = class.take("c");
    assert_eq!([all[0].gather(), all[1].gather()], ["a\r\nb", &full]);
    let refused = [("large", "larger than 256 KiB"), ("latin", "not UTF-8"), ("noughts", "NUL")];
    for (one, (id, why)) in all[2..].iter().zip(refused) {
        assert_eq!(one.student.id, id);
        assert!(
            matches!(&one.answers["gather"], Answer::Refused(text) if text.contains(why)),
            "{one:?}"
        );
    }
}

#[test]
fn nothing_is_followed_and_nothing_but_a_file_is_opened() {
    let class = Scratch::new();
    let secret = class.file("secret/exercises/01-gather/src/lib.rs", "secret");
    let in_class = |name: &str| class.path().join("c").join(name);
    for name in ["dir", "fifo", "file", "hard"] {
        fs::create_dir_all(in_class(name)).expect("a folder");
    }
    symlink(class.path().join("secret/exercises"), in_class("dir/exercises")).expect("a link");
    symlink(class.path().join("secret"), in_class("entry")).expect("a link");
    let pipe = in_class("fifo/gather.rs");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    symlink(&secret, in_class("file/gather.rs")).expect("a link");
    fs::hard_link(&secret, in_class("hard/gather.rs")).expect("a link");
    let all = class.take("c");
    assert_eq!(ids(&all), ["dir", "entry", "fifo", "file", "hard"]);
    assert!(!format!("{all:?}").contains("\"secret\""), "{all:?}");
    assert!(all[0].said().contains("`exercises` is a link"), "{}", all[0].said());
    assert!(all[1].said().contains("is a link"), "{}", all[1].said());
    assert!(all[2].gather().contains("is not a regular file"), "{}", all[2].gather());
    assert!(all[3].gather().contains("is a link"), "{}", all[3].gather());
    assert!(all[4].gather().contains("is a hard link"), "{}", all[4].gather());
}

#[test]
fn junk_beside_the_course_does_not_hide_it_and_too_much_is_said() {
    let class = Scratch::new();
    class.file(&format!("ada/{GATHER}"), "ada");
    for i in 0..30 {
        class.file(&format!("ada/aaa/{i}"), "");
    }
    let answer_paths = answer_paths(&course());
    let mut files = CollectedFiles::new(&answer_paths);
    // As many as MAX_ENTRIES take a disk too long for a test.
    files.entries_left = 30;
    let dir = Dir::open(&class.path().join("ada"), &MachineFaults::default()).expect("a folder");
    folder::walk(&dir, &mut Vec::new(), &mut files);
    let found = files.finish();
    assert_eq!(found.answers["gather"], Answer::Source("ada".to_owned()));
    assert!(found.remarks[0].contains("more than 20000 files"), "{:?}", found.remarks);
    assert!(!found.complete);
}

#[test]
fn depth_has_an_end() {
    let class = Scratch::new();
    class.file(&format!("c/ada/{}gather.rs", "d/".repeat(9)), "found");
    class.file(&format!("c/bob/{}gather.rs", "d/".repeat(10)), "lost");
    let all = class.take("c");
    assert_eq!([all[0].gather(), all[1].gather()], ["found", ""]);
}

#[test]
fn hostile_names_neither_collide_nor_escape() {
    let class = Scratch::new();
    let long = "x".repeat(250);
    let names: Vec<&[u8]> = vec![
        b"a\nb",
        b"a b",
        b"\x1b[2J",
        b"\xff\xfe",
        b"\xff\xff",
        b"CON",
        b"con",
        b"Ada",
        b"ada",
        b"..ada",
        b"a\\b",
        long.as_bytes(),
        b"-rf",
        b"<b>",
        b"=cmd()",
    ];
    for name in &names {
        let folder = class.path().join("c").join(std::ffi::OsStr::from_bytes(name));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("gather.rs"), name).expect("a file");
    }
    let all = class.take("c");
    assert_eq!(all.len(), names.len());
    let mut ids = ids(&all);
    ids.dedup();
    assert_eq!(ids.len(), names.len());
    for one in &all {
        let safe = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.');
        assert!(one.student.id.bytes().all(safe) && !one.student.id.starts_with('.'));
        assert!(!one.student.name.chars().any(char::is_control), "{:?}", one.student.name);
    }
    assert_eq!(all, class.take("c"));
}

#[test]
fn the_same_student_in_two_places_is_one_and_two_submissions_of_one_name_are_told() {
    let class = Scratch::new();
    class.file("week1/ada/gather.rs", "1");
    class.file("week2/ada/one-after-another.rs", "2");
    let places = [class.path().join("week1"), class.path().join("week2")];
    let all = taken(&places);
    assert_eq!((all.len(), all[0].answers.len()), (1, 2));

    class.file("x/course/gather.rs", "1");
    class.file("y/course/gather.rs", "2");
    let places = [class.path().join("x/course"), class.path().join("y/course")];
    let failure = take(&places, None, &course()).expect_err("two of one name");
    assert!(failure.to_string().contains("two submissions are called course"), "{failure}");
}

#[test]
fn a_place_without_anything_is_the_instructors_to_put_right() {
    let empty = Scratch::new();
    let at = |name: &str| take(&[empty.path().join(name)], None, &course());
    assert!(at("").expect_err("empty").to_string().contains("has nothing to grade"));
    assert!(at("gone").expect_err("not there").to_string().contains("there is nothing"));
    empty.file("a.docx", "");
    assert!(at("a.docx").expect_err("no submission").to_string().contains("is no submission"));
}

#[test]
fn what_is_no_work_at_all_is_said() {
    let class = Scratch::new();
    class.file("c/ada.docx", "x");
    class.file("c/bob.rar", "x");
    fs::create_dir_all(class.path().join("c/cy")).expect("a folder");
    let all = class.take("c");
    assert!(all.iter().all(|one| one.said().contains("No answer was found")), "{all:?}");
    let bob = all.iter().find(|one| one.said().contains("is not opened")).expect("told");
    assert_eq!(bob.student.name, "bob");
}

#[test]
fn what_may_not_be_read_is_told_and_the_others_are_taken() {
    let class = Scratch::new();
    let file = class.file("c/ada/gather.rs", "ada");
    class.file("c/bob/x/gather.rs", "bob");
    class.file("c/cy/gather.rs", "cy");
    let folder = class.path().join("c/bob/x");
    let none = fs::Permissions::from_mode(0o000);
    fs::set_permissions(&file, none.clone()).expect("locked");
    fs::set_permissions(&folder, none).expect("locked");
    // Root may read everything, so there it proves only that nothing else goes wrong.
    let locked = fs::File::open(&file).is_err();
    let all = class.take("c");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).expect("unlocked");
    assert_eq!(all[2].gather(), "cy");
    if locked {
        assert!(all[0].gather().contains("could not be read"), "{all:?}");
        assert!(all[1].said().contains("`x` could not be read"), "{all:?}");
    }
}

#[test]
fn the_course_itself_is_a_submission_of_every_skeleton() {
    let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let course = xtask::course::Course::around(here).unwrap_or_else(|failure| panic!("{failure}"));
    let graded: Vec<_> = course.exercises().iter().collect();
    let all = crate::intake::take(&[course.root().to_owned()], None, &course, &graded);
    let all = all.unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!((all.len(), all[0].said()), (1, String::new()));
    for exercise in course.exercises() {
        let skeleton = fs::read_to_string(exercise.dir.join("src/lib.rs")).expect("a skeleton");
        assert_eq!(all[0].answers[&exercise.slug], Answer::Source(skeleton), "{}", exercise.slug);
    }
}
