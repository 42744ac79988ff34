//! A class graded in parts, and what makes a whole of them.

use super::class::{BLOCKED, Class, right, wrong};
use super::here::is_here;
use super::processes::wait_until;
use std::fs;

#[test]
fn parts_in_any_order_make_the_whole() {
    if !is_here() {
        return;
    }
    let (right, wrong) = (right(), wrong());
    let names: Vec<String> = (1..=9).map(|number| format!("student-{number}")).collect();
    let answers = [right.as_str(), &wrong, "fn"];
    let students: Vec<(&str, &str)> =
        names.iter().enumerate().map(|(i, name)| (name.as_str(), answers[i % 3])).collect();
    let class = Class::of("parts", &students);
    class.graded("whole", &[]);
    for part in ["1", "2", "3", "4"] {
        class.graded(part, &["--shard", &format!("{part}/4")]);
    }
    for (out, order) in [("merged", ["1", "2", "3", "4"]), ("otherwise", ["3", "1", "4", "2"])] {
        for _again in 0..2 {
            let merged = class.merge(&order, out);
            assert_eq!(merged.code, Some(0), "{}", merged.said);
            class.assert_same("whole", out);
        }
    }

    let missing = class.merge(&["1", "2", "4"], "missing");
    assert_eq!(missing.code, Some(2));
    assert!(missing.said.contains("part 3/4 is missing"), "{}", missing.said);

    let of_part_2 = fs::read_dir(class.at("2/results")).unwrap().next().unwrap().unwrap().path();
    fs::remove_file(of_part_2).unwrap();
    let unfinished = class.merge(&["1", "2", "3", "4"], "unfinished");
    assert_eq!(unfinished.code, Some(3));
    assert!(unfinished.said.contains("not finished"), "{}", unfinished.said);
    assert!(!class.at("unfinished/class.json").exists());

    for (parts, out, why) in [
        (["1", "../parts/1"], "twice", "/1 is named twice"),
        (["1", "2"], "1", "is one of the parts"),
    ] {
        let merged = class.merge(&parts, out);
        assert_eq!(merged.code, Some(2), "{out}");
        assert!(merged.said.contains(why), "{out}: {}", merged.said);
    }
}

#[test]
fn parts_that_do_not_fit_are_not_merged() {
    if !is_here() {
        return;
    }
    let class = Class::of("misfits", &[("ada", &right())]);
    class.graded("one", &[]);
    class.hand_in("ada", "01-gather", &wrong());
    class.graded("conflict", &[]);
    class.graded("syllabus", &["--exercise", "02"]);
    // Graded by another machine: what it wrote down says so.
    class.hand_in("ada", "01-gather", &right());
    for (part, changed, to) in [
        ("tier", "sandboxed: ", "trusted: no "),
        ("limits", "Limits", "More limits"),
        ("compiler", "rustc 1.", "rustc 2."),
    ] {
        class.graded(part, &[]);
        let file = class.at(part).join("class.json");
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(changed), "{text}");
        fs::write(&file, text.replacen(changed, to, 1)).unwrap();
    }
    for (part, why) in [
        ("tier", "were not graded alike. What differs: the tier (\"sandboxed: "),
        ("limits", "What differs: the limits. "),
        ("compiler", "What differs: the compiler (rustc 1."),
        ("conflict", "ada has one result in "),
        ("syllabus", "were not graded by the same exercises"),
        ("nowhere", "it has no class.json"),
    ] {
        let merged = class.merge(&["one", part], "merged");
        assert_eq!(merged.code, Some(2), "{part}");
        assert!(merged.said.contains(why), "{part}: {}", merged.said);
        assert!(!class.at("merged/class.json").exists(), "{part}");
    }
}

#[test]
fn a_run_that_is_not_finished_is_no_part() {
    if !is_here() {
        return;
    }
    let class = Class::of("unfinished", &[("ada", &right()), ("bob", &wrong())]);
    class.graded("out", &[]);
    // Graded anew, but not to the end.
    class.hand_in("ada", "01-gather", &wrong());
    class.hand_in("bob", "01-gather", BLOCKED);
    let old = fs::read(class.result_file("out", "ada")).unwrap();
    let mut grader = class.grader("out", &[]).spawn().unwrap();
    wait_until("ada was not graded", || {
        fs::read(class.result_file("out", "ada")).is_ok_and(|new| new != old)
    });
    grader.kill().unwrap();
    grader.wait().unwrap();
    let merged = class.merge(&["out"], "merged");
    assert_eq!(merged.code, Some(2));
    assert!(merged.said.contains("graded to the end"), "{}", merged.said);
}
