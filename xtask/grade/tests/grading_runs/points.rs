//! What changes points besides promises: the date, and the instructor's own word.

use super::class::{Class, answer, read, right, wrong};
use super::here::is_here;
use serde_json::Value;
use std::fs;

fn roster(class: &Class, times: &[(&str, &str)]) -> String {
    let rows: String = times.iter().map(|(id, time)| format!("{id},{time}\n")).collect();
    let path = class.at("roster.csv");
    fs::write(&path, format!("submission,Submission Time\n{rows}")).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn late_is_marked_everywhere_and_costs_only_what_was_earned_late() {
    if !is_here() {
        return;
    }
    let class = Class::of("late", &[("ada", &wrong()), ("bob", &right())]);
    let (on_time, late) = ("2026-03-01 10:00:00 -0800", "2026-03-02 23:58:30 -0800");
    let times = roster(&class, &[("ada", on_time), ("bob", late)]);
    let due = ["--roster", &times, "--due", "2026-03-01"];
    class.graded("out", &due);
    let before = class.earned("out", "ada");
    assert!(before > 1.0 && before < 10.0, "{before}");
    assert_eq!(class.earned("out", "bob"), 10.0, "nobody asked for a penalty");
    let text = |file: &str| fs::read_to_string(class.at("out").join(file)).unwrap();
    for file in ["grades.csv", "class.html", "students/bob.html", "students/bob.md", "moodle.csv"] {
        assert!(text(file).contains("late by 23 h 59 min"), "{file}: {}", text(file));
    }
    assert!(!text("students/ada.html").contains("late by"));
    assert_eq!(read(&class.result_file("out", "bob"))["handed_in"]["late_minutes"], 1439);

    class.hand_in("ada", "01-gather", &right());
    roster(&class, &[("ada", late), ("bob", late)]);
    let penalty = [&due[..], &["--late-penalty", "90%"]].concat();
    class.graded("out", &penalty);
    assert_eq!(class.earned("out", "bob"), 1.0);
    assert_eq!(class.earned("out", "ada"), before, "never less than what was earned on time");
    let why = "90% off. 1 points instead of 10.";
    assert!(text("students/bob.html").contains(why), "{}", text("students/bob.html"));
    let files = class.files("out");
    class.graded("out", &penalty);
    assert!(class.files("out") == files);
}

#[test]
fn an_untouched_skeleton_earns_nothing_and_the_test_student_is_nobody() {
    if !is_here() {
        return;
    }
    let skeleton = answer("01-gather/start.rs");
    let class = Class::of("skeleton", &[("1", &skeleton), ("2", &right()), ("3", &right())]);
    let roster = class.at("roster.csv");
    let rows = "Student,ID\n\"Lovelace, Ada\",1\n\"Student, Test\",2\n\"Byron, Bob\",3\n";
    fs::write(&roster, rows).unwrap();
    let roster = ["--roster", roster.to_str().unwrap()];
    class.graded("out", &roster);
    assert_eq!(class.earned("out", "1"), 0.0);
    assert_eq!(class.earned("out", "3"), 10.0);
    assert!(!class.result_file("out", "2").exists());
    let again = class.graded("out", &[&roster[..], &["--student", "lovelace, ada"]].concat());
    assert!(again.said.contains("(1): 0 of 10 points"), "{}", again.said);
}

#[test]
fn the_instructors_own_word_counts_in_every_run() {
    if !is_here() {
        return;
    }
    let class = Class::of("overrides", &[("ada", &right()), ("bob", &wrong())]);
    let overrides = class.at("mine.csv");
    let say = |text: &str| fs::write(&overrides, text).unwrap();
    let named = ["--overrides", overrides.to_str().unwrap()];
    for (text, why) in [
        ("id;exercise;points\neve;01;7", "line 2: nobody in this class has the id \"eve\""),
        ("id,exercise,points\nbob,cook,7", "no exercise that is graded is called \"cook\""),
        ("id,exercise,points\nbob,1,11", "isn't a number of points from 0 to 10"),
        ("id,points\nbob,7", "the headings must be id, exercise, points, comment"),
    ] {
        say(text);
        let ran = class.grade("out", &named);
        assert_eq!(ran.code, Some(2), "{}", ran.said);
        assert!(ran.said.contains(why), "{}", ran.said);
    }
    say("id,exercise,points,comment\nbob,gather,7.5,\"We talked, and it was right.\"\n");
    class.graded("out", &named);
    let holds = || {
        assert_eq!(class.earned("out", "bob"), 7.5);
        let page = fs::read_to_string(class.at("out/students/bob.html")).unwrap();
        assert!(page.contains("Set by the instructor: 7.5 of 10 points"), "{page}");
        assert!(page.contains("We talked, and it was right."), "{page}");
        let classroom = read(&class.at("out/github-classroom/bob.json"));
        assert_eq!(classroom["e01"]["tests"][0]["score"], 7.5);
        assert_eq!(read(&class.at("out/gradescope/bob/results.json"))["score"], 7.5);
    };
    holds();
    class.hand_in("bob", "01-gather", &right());
    class.graded("out", &[]);
    holds();
    assert_eq!(class.earned("out", "ada"), 10.0);
    let kept = read(&class.result_file("out", "bob"));
    assert_eq!(kept["exercises"]["gather"]["adjusted"]["points"], 7.5);
    assert_eq!(kept["exercises"]["gather"]["on_time"], Value::Null);
}
