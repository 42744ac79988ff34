//! Odd classes: names, encodings and containers as they come, each with the answer that must be found.

use super::fixture::*;
use crate::intake::{Answer, take};
use std::path::Path;
use xtask::course::{Course, Exercise};

const ANSWER: &str = "pub mod given;\npub async fn run_all() -> Vec<u32> { vec![] }\n";

/// A class: what it shows, its files, its roster, and who must have an answer to the first exercise.
type Odd = (&'static str, Vec<(&'static str, Vec<u8>)>, &'static str, Vec<&'static str>);

#[test]
fn an_answer_is_found_however_it_is_called_and_packed() {
    let course = Course::around(Path::new(env!("CARGO_MANIFEST_DIR")));
    let course = course.unwrap_or_else(|failure| panic!("{failure}"));
    let graded: Vec<&Exercise> = course.exercises().iter().collect();
    let a = || ANSWER.as_bytes().to_vec();
    let crlf = ANSWER.replace('\n', "\r\n").into_bytes();
    let bom = [b"\xef\xbb\xbf", ANSWER.as_bytes()].concat();
    let inner = zip([("lib.rs", ANSWER.as_bytes())]);
    let repo = zip([
        ("course-main/exercises/01-gather/src/lib.rs", ANSWER.as_bytes()),
        ("course-main/exercises/01-gather/src/given.rs", b"pub async fn long_task() {}"),
        ("course-main/target/debug/build/lib.rs", b"fn x() {}"),
        ("__MACOSX/course-main/._lib.rs", b"x"),
    ]);
    let email = "Name,Email\nAda L,ada@x.edu\nBob B,bob@x.edu\n";
    let classes: Vec<Odd> = vec![
        ("an address", vec![("ada@x.edu/lib.rs", a())], email, vec!["Ada L"]),
        (
            "before the @",
            vec![("ada/lib.rs", a()), ("bob/Lib.rs", a())],
            email,
            vec!["Ada L", "Bob B"],
        ),
        ("upper case", vec![("ADA@X.EDU/LIB.RS", a())], email, vec!["Ada L"]),
        (
            "a BOM and CRLF",
            vec![("ada/lib.rs", crlf), ("bob/x.rs", bom)],
            email,
            vec!["Ada L", "Bob B"],
        ),
        ("a zip in a folder", vec![("ada/hw.zip", inner.clone())], email, vec!["Ada L"]),
        ("a zip in a zip", vec![("ada.zip", zip([("hw.zip", &inner[..])]))], email, vec!["Ada L"]),
        ("a whole repository", vec![("ada.zip", repo)], email, vec!["Ada L"]),
        ("a copy", vec![("ada/gather (1).rs", a())], email, vec!["Ada L"]),
        ("a copy by Windows", vec![("ada/gather - Copy.rs", a())], email, vec!["Ada L"]),
        ("final", vec![("ada/gather_FINAL_v2.rs", a())], email, vec!["Ada L"]),
        ("text", vec![("ada/gather.txt", a())], email, vec!["Ada L"]),
        (
            "backslashes",
            vec![("ada.zip", zip([("hw\\src\\main.rs", ANSWER.as_bytes())]))],
            email,
            vec!["Ada L"],
        ),
        (
            "a roster with tabs",
            vec![("ada/lib.rs", a())],
            "Name\tEmail\nAda L\tada@x.edu\n",
            vec!["Ada L"],
        ),
        (
            "a blind Moodle",
            vec![("Participant 12_12_assignsubmission_file_/lib.rs", a())],
            "Identifier,Status\nParticipant 12,S\n",
            vec!["Participant 12"],
        ),
        (
            "flat Moodle",
            vec![("Zo\u{eb} B_7_assignsubmission_file_lib.rs", a())],
            "Identifier,Full name\nParticipant 7,Zo\u{eb} B\n",
            vec!["Zo\u{eb} B"],
        ),
        (
            "an umlaut taken apart",
            vec![("Zoe\u{308}/lib.rs", a())],
            "Name\nZo\u{eb}\n",
            vec!["Zo\u{eb}"],
        ),
        ("anonymous Canvas", vec![("anon_x7Yz_55_lib-2.rs", a())], "", vec!["anon"]),
        (
            "late on Canvas, numbers in the name",
            vec![("bob_LATE_41_99_2026_01_lib.rs", a())],
            "Student,ID\nBob,41\n",
            vec!["Bob"],
        ),
        (
            "a login on Canvas's roster",
            vec![("lovelaceada_41_99_lib.rs", a())],
            "Student,SIS Login ID\n\"Lovelace, Ada\",al\n",
            vec!["Lovelace, Ada"],
        ),
        (
            "a crate of one's own",
            vec![("ada/hw1/src/main.rs", a()), ("ada/hw1/Cargo.toml", a())],
            email,
            vec!["Ada L"],
        ),
        (
            "a module beside",
            vec![("ada/01_gather/src/lib.rs", a()), ("ada/01_gather/src/h.rs", a())],
            email,
            vec!["Ada L"],
        ),
        (
            "kept answers",
            vec![("ada/lib.rs", a()), ("ada/kept/gather/lib-1.rs", b"x".to_vec())],
            email,
            vec!["Ada L"],
        ),
        (
            "a tar",
            vec![("ada.tgz", gz(&tar([("w/lib.rs", tar::EntryType::Regular, ANSWER.as_bytes())])))],
            email,
            vec!["Ada L"],
        ),
        (
            "semicolons and quotes",
            vec![("ada/lib.rs", a())],
            "\u{feff}Name;Email\r\n\"L; \"\"A\"\"\";ada@x.edu\r\n",
            vec!["L; \"A\""],
        ),
        (
            "a renamed function",
            vec![("ada/x.rs", b"//! # 01 \xc2\xb7 Gather\n\npub async fn all() {}".to_vec())],
            email,
            vec!["Ada L"],
        ),
    ];
    let mut wrong = Vec::new();
    let n = classes.len();
    for (what, files, roster, names) in classes {
        let class = Scratch::new();
        files.iter().for_each(|(name, bytes)| drop(class.file(&format!("c/{name}"), bytes)));
        let roster = (!roster.is_empty()).then(|| class.file("roster.csv", roster));
        let taken = take(&[class.path().join("c")], roster.as_deref(), &course, &graded);
        let found = taken.as_ref().map(|all| {
            let having = all
                .iter()
                .filter(|one| matches!(one.answers.get("gather"), Some(Answer::Source(_))))
                .filter(|one| !one.student.stranger && one.complete);
            having.map(|one| &one.student.name[..]).collect::<Vec<_>>()
        });
        let as_it_should = found.as_ref().is_ok_and(|found| *found == names);
        if !as_it_should {
            wrong.push(format!("{what}: {taken:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {n}:\n{}", wrong.len(), wrong.join("\n"));
}
