//! A second call into a folder that holds grades: what was handed in meanwhile, and who is not in it.

use super::class::{Class, Ran, answer, right, wrong};
use super::here::is_here;
use super::processes::wait_until;
use super::small;
use std::fs;

#[test]
fn late_submissions_alone_do_not_take_the_grades_of_the_others() {
    if !is_here() {
        return;
    }
    let class = small("late");
    let roster = class.at("roster.csv");
    fs::write(&roster, "username,name\nada,Ada\nbob,Bob\ncleo,Cleo\ndan,Dan\n").unwrap();
    let roster = ["--roster", roster.to_str().unwrap()];
    for words in [&[][..], &roster] {
        let out = format!("out-{}", words.len());
        class.graded(&out, words);
        let before = class.files(&out);
        let in_time = class.at("in-time");
        fs::rename(class.submissions(), &in_time).unwrap();
        class.hand_in("dan", "01-gather", &right());
        let refused = |ran: Ran| {
            assert_eq!(ran.code, Some(2), "{}", ran.said);
            assert!(ran.said.contains("3 students had answers in "), "{}", ran.said);
            assert!(ran.said.contains("in this call: ada, bob and cleo. "), "{}", ran.said);
            assert!(class.files(&out) == before);
        };
        refused(class.grade(&out, words));
        // Nor where no class.json says who is in the class: a run was broken off.
        let file = class.at(&out).join("class.json");
        let kept = fs::read(&file).unwrap();
        fs::remove_file(&file).unwrap();
        let again = class.grade(&out, words);
        fs::write(&file, kept).unwrap();
        refused(again);
        // Looking changes nothing, and says that there is no such run.
        let said = class.graded(&out, &[words, &["--preview"]].concat()).said;
        assert!(said.contains("without --preview is refused: 3 students had answers"), "{said}");
        let said = class.graded(&out, &[words, &["--student", "dan"]].concat()).said;
        assert!(said.contains("dan"), "{said}");
        // All that was handed in may stand in several places.
        fs::remove_dir_all(class.at(&out).join("preview")).unwrap();
        let mut all = class.grader(&out, words);
        assert!(all.arg(&in_time).status().unwrap().success());
        assert_eq!(class.earned(&out, "dan"), 10.0);
        assert_eq!(class.earned(&out, "ada"), 10.0);
        fs::remove_dir_all(class.submissions()).unwrap();
        fs::rename(&in_time, class.submissions()).unwrap();
    }
}

#[test]
fn a_part_may_be_graded_again_and_no_other_into_its_folder() {
    if !is_here() {
        return;
    }
    let names = ["ada", "bob", "cleo", "dan", "eve", "fay"];
    let (right, wrong) = (right(), wrong());
    let students: Vec<(&str, &str)> = names.iter().map(|name| (*name, right.as_str())).collect();
    let class = Class::of("part-again", &students);
    class.graded("1", &["--shard", "1/2"]);
    class.graded("2", &["--shard", "2/2"]);
    names.iter().for_each(|name| class.hand_in(name, "01-gather", &wrong));
    class.graded("1", &["--shard", "1/2"]);
    let other = class.grade("1", &["--shard", "2/2"]);
    assert_eq!(other.code, Some(2), "{}", other.said);
    assert!(other.said.contains("had answers in "), "{}", other.said);
    class.graded("2", &["--shard", "2/2"]);
    assert_eq!(class.merge(&["1", "2"], "all").code, Some(0));
    // One part alone is not the class, though it says that it is.
    fs::write(
        class.at("1/class.json"),
        fs::read_to_string(class.at("1/class.json")).unwrap().replace("\"1/2\"", "null"),
    )
    .unwrap();
    let before = class.files("all");
    let alone = class.merge(&["1"], "all");
    assert_eq!(alone.code, Some(2), "{}", alone.said);
    assert!(alone.said.contains("had answers in "), "{}", alone.said);
    assert!(class.files("all") == before);
}

#[test]
fn who_never_had_an_answer_may_leave_and_nothing_of_theirs_stays() {
    if !is_here() {
        return;
    }
    let class = Class::of("leaves", &[("ada", &right()), ("bob", &wrong())]);
    let roster = class.at("roster.csv");
    let words = ["--roster", roster.to_str().unwrap()];
    fs::write(&roster, "username,name\nada,Ada\nbob,Bob\n").unwrap();
    class.graded("never", &words);
    fs::write(&roster, "username,name\nada,Ada\nbob,Bob\neve,Eve\n").unwrap();
    class.graded("out", &words);
    assert!(class.at("out/students/eve.html").exists());
    // What is not the grader's stays.
    let own =
        ["students/notes.md", "junit/eve.txt", "gradescope/eve/notes.txt", "results/notes.json"];
    own.iter().for_each(|file| fs::write(class.at("out").join(file), "mine").unwrap());
    fs::write(&roster, "username,name\nada,Ada\nbob,Bob\n").unwrap();
    class.graded("out", &words);
    for file in own {
        let file = class.at("out").join(file);
        assert_eq!(fs::read_to_string(&file).unwrap(), "mine");
        fs::remove_file(&file).unwrap();
    }
    class.assert_same("never", "out");
    assert!(class.at("out/gradescope/eve").exists(), "it had something else in it");
    assert!(!class.at("out/exercism/eve").exists());
}

#[test]
fn a_wrong_call_that_was_broken_off_is_no_way_round() {
    if !is_here() {
        return;
    }
    let class = Class::of("broken-off", &[("ada", &right()), ("bob", &wrong())]);
    let both = ["--exercise", "02"];
    class.hand_in("ada", "02-one-after-another", &answer("02-one-after-another/src/lib.rs"));
    class.graded("out", &both);
    class.hand_in("ada", "01-gather", &wrong());
    class.hand_in("bob", "01-gather", super::BLOCKED);
    let mut grader = class.grader("out", &both).spawn().unwrap();
    wait_until("ada was not graded", || !class.at("out/class.json").exists());
    grader.kill().unwrap();
    grader.wait().unwrap();
    let fewer = class.grade("out", &[]);
    assert_eq!(fewer.code, Some(2), "{}", fewer.said);
    assert!(fewer.said.contains("graded in one-after-another too"), "{}", fewer.said);
    class.graded("out", &both);
}
