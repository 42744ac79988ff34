//! Rosters as spreadsheets and platforms write them.

use super::fixture::*;

fn class() -> Scratch {
    let class = Scratch::new();
    class.file("c/ada/gather.rs", "a");
    class.file("c/bob/gather.rs", "b");
    class
}

fn names(class: &Scratch, roster: &str) -> Vec<(String, String, String)> {
    let all = class.with_roster("c", roster).unwrap_or_else(|failure| panic!("{failure}"));
    let tell = |one: &crate::intake::Submission| {
        (one.student.id.clone(), one.student.name.clone(), one.said())
    };
    all.iter().map(tell).collect()
}

fn failure(class: &Scratch, roster: &str) -> String {
    class.with_roster("c", roster).expect_err("a roster that does not fit").to_string()
}

fn is(id: &str, name: &str, said: &str) -> (String, String, String) {
    (id.to_owned(), name.to_owned(), said.to_owned())
}

#[test]
fn a_roster_names_each_and_tells_who_is_missing_and_who_is_unknown() {
    let roster = "\u{feff}Name;GitHub;\"SIS; ID\"\r\n\"Lovelace, Ada\";Ada; 7\r\nCy;cy;9\r\n";
    let class = class();
    let unknown = is("bob", "bob", "The roster does not know this submission.");
    let found = names(&class, roster);
    assert!(found[0].0.starts_with("ada-"), "{found:?}");
    assert_eq!(found[0].1, "Lovelace, Ada");
    assert_eq!(found[1..], [unknown, is("cy", "Cy", "nothing was handed in")]);
    let all = class.with_roster("c", roster).expect("taken");
    assert_eq!(all[0].student.roster["SIS; ID"], " 7");
    assert_eq!(all[0].gather(), "a");
    assert!(all[2].answers.is_empty());
}

#[test]
fn the_column_that_fits_most_counts() {
    let roster = "id,Email address,username,First name,Last name\nbob,x@y,ada,Ada,Lovelace\nz,z@y,bob,Bob,B\n";
    assert_eq!(names(&class(), roster), [is("ada", "Ada Lovelace", ""), is("bob", "Bob B", "")]);
}

#[test]
fn platforms_own_lists_fit_their_own_exports() {
    let moodle = Scratch::new();
    moodle.file("c/Ada Lovelace_123_assignsubmission_file_/gather.rs", "a");
    let worksheet = "Identifier,Full name,Email address\nParticipant 123,Ada Lovelace,ada@x\n";
    assert_eq!(names(&moodle, worksheet)[0].1, "Ada Lovelace");
    assert_eq!(names(&moodle, worksheet).len(), 1);
    let grades = "First name,Last name,Email address\nAda,Lovelace,ada@x\n";
    assert_eq!(names(&moodle, grades).len(), 1);

    let canvas = Scratch::new();
    canvas.file("c/lovelaceada_LATE_123_9_gather.rs", "a");
    let gradebook = "Student,ID,SIS Login ID\n    Points Possible,,\n\"Lovelace, Ada\",123,al\n";
    assert_eq!(names(&canvas, gradebook), [is("123", "Lovelace, Ada", "")]);
    let by_name = "Student,Section\n\"Lovelace, Ada\",1\n";
    assert_eq!(names(&canvas, by_name).len(), 1);

    let github = Scratch::new();
    github.file("c/hw-1-ada/gather.rs", "a");
    github.file("c/hw-1-bob/gather.rs", "b");
    github.file("c/hw-1-x-ada/gather.rs", "x");
    let classroom = "identifier,github_username,github_id,name\nAda L,ada,1,\nBob B,bob,2,\n";
    let found = names(&github, classroom);
    assert_eq!(
        found.iter().map(|one| &one.0[..]).collect::<Vec<_>>(),
        ["ada", "bob", "hw-1-x-ada"]
    );
    assert!(found[2].2.contains("does not know"), "{found:?}");
}

#[test]
fn a_roster_that_does_not_fit_is_told_with_its_line() {
    let class = class();
    let twice = failure(&class, "username,name\nada,A\nbob,B\n\"ADA\",C\n");
    assert!(twice.contains("line 4: ADA is already in line 2"), "{twice}");
    let none = failure(&class, "username,name\nx,A\n");
    assert!(none.contains("no row of") && none.contains("ada and bob"), "{none}");
    let empty = failure(&class, "username,x\nada,A\n,B\n");
    assert!(empty.contains("line 3: nothing tells whose row this is: fill in username"), "{empty}");
    let alike = failure(&class, "username,name\nada,A\n,B\n,b\n");
    assert!(alike.contains("line 3: nothing tells whose row this is"), "{alike}");
    let same = failure(&class, "username,Email,Email\nada,1,2\n");
    assert!(same.contains("two columns are called Email: give one another heading"), "{same}");
    let long = failure(&class, "username\nada,1\n");
    assert!(long.contains("line 2: it has more cells"), "{long}");
}

/// As the platforms export them, with somebody who handed in nothing or has no account yet.
#[test]
fn who_has_nothing_in_the_column_that_counts_handed_in_nothing() {
    let nothing = "nothing was handed in";
    let github = Scratch::new();
    github.file("c/hw-ada/gather.rs", "a");
    let classroom = "\"identifier\",\"github_username\",\"github_id\",\"name\"\n\
                     \"Ada L\",\"ada\",\"1\",\"\"\n\"Bob B\",\"\",\"\",\"\"\n";
    let found = names(&github, classroom);
    assert_eq!(found[0], is("ada", "ada", ""));
    assert!(found[1].0.starts_with("bob-b-"), "{found:?}");
    assert_eq!((&found[1].1[..], &found[1].2[..], found.len()), ("Bob B", nothing, 2));

    let gradescope = Scratch::new();
    gradescope.file("c/submission_7/gather.rs", "a");
    let scores = "First Name,Last Name,SID,Email,Total Score,Status,Submission ID,1: a,1: a\n\
                  Ada,L,7001,ada@x,1.0,Graded,7,1,2\nBob,B,7,bob@x,,Missing,,,\nCy,C,,cy@x,,Missing,,,\n";
    let found = names(&gradescope, scores);
    let shown: Vec<_> = found.iter().map(|one| (&one.1[..], &one.2[..])).collect();
    assert_eq!(shown, [("Ada L", ""), ("Bob B", nothing), ("Cy C", nothing)]);
    // Bob's number is the one of Ada's submission.
    assert_eq!(found[0].0, "7");
    assert!(found[1].0.starts_with("7-") && found[2].0.starts_with("cy-x-"), "{found:?}");

    let canvas = Scratch::new();
    canvas.file("c/lovelaceada_123_9_gather.rs", "a");
    let gradebook = "Student,ID,SIS Login ID,Section,HW 1 (5),HW 2 (6)\n,,,,Manual Posting,Muted\n    \
                     Points Possible,,,,10,10\n\"Lovelace, Ada\",123,al,1,,\n\"Student, Test\",,,1,,\n";
    let found = names(&canvas, gradebook);
    assert_eq!(found[0], is("123", "Lovelace, Ada", ""));
    assert_eq!((&found[1].1[..], &found[1].2[..], found.len()), ("Student, Test", nothing, 2));
}

/// macOS takes letters apart in the names of files; a spreadsheet does not.
#[test]
fn a_name_is_the_same_in_either_form_of_unicode() {
    let (whole, apart) = ("Zo\u{eb}", "Zoe\u{308}");
    for (folder, cell) in [(apart, whole), (whole, apart)] {
        for name in [folder.to_owned(), format!("{folder}_12_assignsubmission_file_")] {
            let class = Scratch::new();
            class.file(&format!("c/{name}/gather.rs"), "z");
            let all = class.with_roster("c", &format!("name\n{cell}\n")).expect("taken");
            assert_eq!((all.len(), all[0].gather(), all[0].said()), (1, "z", String::new()));
            assert_eq!(all[0].student.name, cell);
        }
    }
    let clones = Scratch::new();
    clones.file(&format!("c/hw-{apart}/gather.rs"), "z");
    assert_eq!(clones.with_roster("c", &format!("name\n{whole}\n")).expect("taken").len(), 1);
    let twice = failure(&clones, &format!("name\n{whole}\n{apart}\n"));
    assert!(twice.contains("is already in line 2"), "{twice}");
}

#[test]
fn a_roster_inside_the_class_is_nobody() {
    let class = class();
    let roster = class.file("c/roster.csv", "username\nada\nbob\n");
    let all = take(&[class.path().join("c")], Some(&roster), &course()).expect("taken");
    assert_eq!(all.len(), 2);
}

#[test]
fn two_entries_of_one_row_are_one_student_and_that_is_said() {
    let class = Scratch::new();
    class.file("c/Ada_1_assignsubmission_file_/gather.rs", "1");
    class.file("c/Ada_2_assignsubmission_file_/one-after-another.rs", "2");
    let all = class.with_roster("c", "name\nAda\n").expect("taken");
    assert_eq!((all.len(), all[0].answers.len()), (1, 2));
    assert!(all[0].said().contains("`Ada_1` and `Ada_2`"), "{}", all[0].said());
}

#[test]
fn nobody_takes_the_row_of_another_by_a_name() {
    let moodle = Scratch::new();
    moodle.file("c/Vic Tim_111_assignsubmission_file_/gather.rs", "v");
    moodle.file("c/Participant 111_222_assignsubmission_file_/gather.rs", "a");
    moodle.file("c/111_333_assignsubmission_file_/gather.rs", "b");
    for roster in [
        "Identifier,Full name\nParticipant 111,Vic Tim\nParticipant 222,P\nParticipant 333,Q\n",
        "ID number,Full name\n111,Vic Tim\n222,P\n333,Q\n",
    ] {
        let all = moodle.with_roster("c", roster).expect("taken");
        let found: Vec<(&str, &str)> =
            all.iter().map(|one| (&one.student.name[..], one.gather())).collect();
        assert_eq!(found, [("Vic Tim", "v"), ("P", "a"), ("Q", "b")], "{roster}");
        assert!(all.iter().all(|one| one.remarks.is_empty()), "{all:?}");
    }
}

#[test]
fn a_name_with_numbers_of_others_is_nobodys() {
    let canvas = Scratch::new();
    canvas.file("c/victim_111_222_gather.rs", "v");
    canvas.file("c/victim_111_222_x_333_9_gather.rs", "a");
    let roster = "Student,ID\nVictim,111\nAttacker,333\n";
    let all = canvas.with_roster("c", roster).expect("taken");
    let of = |name: &str| all.iter().find(|one| one.student.name == name).expect(name);
    assert_eq!((of("Victim").gather(), of("Victim").said()), ("v", String::new()));
    assert_eq!(of("Attacker").said(), "nothing was handed in");
    let unknown = of("victim_111_222_x_333_9_gather");
    assert!(unknown.said().contains("does not know"), "{}", unknown.said());
    assert!(unknown.said().contains("several numbers"), "{}", unknown.said());
    let all = canvas.take("c");
    assert_eq!((all.len(), all[0].gather()), (2, "v"));
}

#[test]
fn entries_of_one_key_that_are_named_as_different_persons_are_told() {
    let class = Scratch::new();
    class.file("c/victim_111_222_gather.rs", "v");
    class.file("c/victim_111/one-after-another.rs", "a");
    let all = class.take("c");
    assert_eq!((all.len(), all[0].answers.len()), (1, 2));
    assert!(all[0].said().contains("`victim` and `victim_111`"), "{}", all[0].said());
}
