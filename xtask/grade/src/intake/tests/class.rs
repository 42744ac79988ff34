//! A class of nineteen as four platforms export it, with everything that went wrong in one: files under the
//! names that editors and platforms give them, a group, two of one name, a text that was typed.
//!
//! The names are made up. The answers are the course's own skeletons, each with a line that tells whose it
//! is: known by what is in it, as a real one is.

use super::fixture::*;
use crate::intake::{Answer, Submission, take};
use std::fs;
use std::path::{Path, PathBuf};
use xtask::course::{Course, Exercise};
use xtask::failure::Failure;

struct Classes {
    scratch: Scratch,
    course: Course,
}

impl Classes {
    fn new() -> Classes {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let course = Course::around(here).unwrap_or_else(|failure| panic!("{failure}"));
        Classes { scratch: Scratch::new(), course }
    }

    /// Somebody's answer to an exercise.
    fn answer(&self, slug: &str, whose: &str) -> String {
        let exercise = self.course.find(slug).unwrap_or_else(|failure| panic!("{failure}"));
        let skeleton = self.course.root().join(exercise.solution()).join("start.rs");
        format!("{}\n// {whose}\n", fs::read_to_string(skeleton).expect("a skeleton"))
    }

    fn zip(&self, name: &str, members: &[(String, String)]) -> PathBuf {
        let members = members.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
        self.scratch.file(name, zip(members))
    }

    fn graded(
        &self,
        exercises: &[&str],
        places: &[PathBuf],
        roster: Option<&str>,
    ) -> Result<Vec<Submission>, Failure> {
        let roster = roster.map(|text| self.scratch.file("roster.csv", text));
        let find = |name: &&str| self.course.find(name).unwrap_or_else(|f| panic!("{f}"));
        let graded: Vec<&Exercise> = match exercises {
            [] => self.course.exercises().iter().collect(),
            some => some.iter().map(find).collect(),
        };
        take(places, roster.as_deref(), &self.course, &graded)
    }

    fn taken(&self, places: &[PathBuf], roster: &str) -> Vec<Submission> {
        self.graded(&[], places, Some(roster)).unwrap_or_else(|failure| panic!("{failure}"))
    }
}

/// The last line of an answer, or why there is none.
fn of<'a>(all: &'a [Submission], name: &str, slug: &str) -> &'a str {
    match person(all, name).answers.get(slug) {
        Some(Answer::Source(text)) => {
            text.trim_end().lines().last().unwrap_or("").trim_start_matches("// ")
        }
        Some(Answer::Refused(why)) => why,
        None => "",
    }
}

#[track_caller]
fn person<'a>(all: &'a [Submission], name: &str) -> &'a Submission {
    let mut named = all.iter().filter(|one| one.student.name == name);
    named.next().unwrap_or_else(|| panic!("no {name} in {all:#?}"))
}

fn said(all: &[Submission], name: &str) -> String {
    person(all, name).remarks.join("\n")
}

/// Five on Canvas, who upload the file that they edited, and number their files.
const CANVAS: &str = "Student,ID,SIS User ID,SIS Login ID,Section\n    Points Possible,,,,\n\
    \"Abara, Ngozi\",41001,s1,nabara,1\n\"Brandt, Jörg\",41002,s2,jbrandt,1\n\"Castro, Inés\",41003,s3,icastro,1\n\
    \"Dubois, Maé\",41004,s4,mdubois,1\n\"Eriksen, Liv\",41005,s5,leriksen,1\n\"Student, Test\",41099,,,1\n";

fn canvas(class: &Classes) -> PathBuf {
    let of = |name: &str, slug: &str, whose: &str| (name.to_owned(), class.answer(slug, whose));
    class.zip(
        "submissions.zip",
        &[
            of("abarangozi_41001_900_lib.rs", "gather", "ngozi 1"),
            of("abarangozi_41001_901_lib-1.rs", "one-after-another", "ngozi 2"),
            of("abarangozi_41001_902_lib-2.rs", "select", "ngozi 4"),
            of("brandtjorg_LATE_41002_910_01_gather.rs", "gather", "jörg"),
            of("brandtjorg_LATE_41002_911_1_lib.rs", "one-after-another", "jörg 2"),
            of("castroines_41003_920_lib.rs", "gather", "old"),
            of("castroines_41003_950_lib-3.rs", "gather", "inés"),
            of("duboismae_41004_930_LIB.RS", "select", "maé"),
            ("eriksenliv_41005_text.html".to_owned(), "<p>I could not do it.</p>".to_owned()),
        ],
    )
}

#[test]
fn canvas_renames_lib_rs_and_each_is_known_by_what_is_in_it() {
    let class = Classes::new();
    let all = class.taken(&[canvas(&class)], CANVAS);
    assert_eq!(all.len(), 6, "{all:#?}");
    let ngozi = "Abara, Ngozi";
    let found = ["gather", "one-after-another", "select"].map(|slug| of(&all, ngozi, slug));
    assert_eq!(found, ["ngozi 1", "ngozi 2", "ngozi 4"]);
    assert_eq!(said(&all, ngozi), "");
    assert!(person(&all, ngozi).complete);
    assert_eq!(of(&all, "Dubois, Maé", "select"), "maé");
}

#[test]
fn on_canvas_the_roster_says_which_number_is_a_students() {
    let class = Classes::new();
    let all = class.taken(&[canvas(&class)], CANVAS);
    assert_eq!(of(&all, "Brandt, Jörg", "gather"), "jörg");
    assert_eq!(of(&all, "Brandt, Jörg", "one-after-another"), "jörg 2");
    assert!(all.iter().all(|one| !one.student.stranger), "{all:#?}");
    assert_eq!(said(&all, "Student, Test"), "nothing was handed in");
}

#[test]
fn of_two_that_could_be_one_the_newest_counts_and_that_is_said() {
    let class = Classes::new();
    let all = class.taken(&[canvas(&class)], CANVAS);
    assert_eq!(of(&all, "Castro, Inés", "gather"), "inés");
    let said = said(&all, "Castro, Inés");
    assert!(said.contains("the one in `lib-3.rs` counts, and not `lib.rs`"), "{said}");

    // In a folder, about one exercise.
    let (one, two) = (class.answer("gather", "one"), class.answer("gather", "two"));
    class.scratch.file("c/ada/lib.rs", &one);
    class.scratch.file("c/ada/lib-2.rs", &two);
    class.scratch.file("c/bob/lib.rs", &one);
    class.scratch.file("c/bob/lib (1).rs", &one);
    let all = class.graded(&["01"], &[class.scratch.path().join("c")], None).expect("taken");
    assert_eq!([of(&all, "ada", "gather"), of(&all, "bob", "gather")], ["two", "one"]);
    assert!(all[0].said().contains("`lib-2.rs` counts, and not `lib.rs`"), "{}", all[0].said());
    assert_eq!(all[1].said(), "");
}

#[test]
fn what_was_typed_is_read_or_else_said_and_never_a_zero() {
    let class = Classes::new();
    let all = class.taken(&[canvas(&class)], CANVAS);
    let liv = person(&all, "Eriksen, Liv");
    assert!(liv.answers.is_empty() && !liv.complete);
    assert!(liv.said().contains("`text.html` does not say"), "{}", liv.said());
    let all = class.taken(&[moodle(&class)], MOODLE);
    assert_eq!(of(&all, "Fiore, Gaia", "gather"), "gaia");
    assert_eq!(said(&all, "Fiore, Gaia"), "");
}

/// Six on Moodle, two of one name among them.
const MOODLE: &str = "Identifier,Full name,Email address,Status\r\nParticipant 301,\"Fiore, Gaia\",g@x.edu,S\r\n\
    Participant 302,Kim Min,km1@x.edu,S\r\nParticipant 303,Kim Min,km2@x.edu,S\r\n\
    Participant 304,Zoë Ode,z@x.edu,S\r\nParticipant 305,Omar Said,o@x.edu,S\r\nParticipant 306,Pia Roth,p@x.edu,-\r\n";

fn moodle(class: &Classes) -> PathBuf {
    let answer = |whose: &str| class.answer("gather", whose);
    let html = answer("gaia").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let html =
        format!("<p dir=\"ltr\">{}</p>", html.replace('\n', "<br>").replace("  ", "&nbsp; "));
    let of = |name: &str, text: String| (name.to_owned(), text);
    class.zip(
        "moodle.zip",
        &[
            of("Fiore, Gaia_301_assignsubmission_onlinetext_/onlinetext.html", html),
            of("Kim Min_302_assignsubmission_file_/src/gather.rs", answer("km1")),
            of("Kim Min_303_assignsubmission_file_/gather.rs.txt", answer("km2")),
            of("Zoe\u{308} Ode_304_assignsubmission_file_/main.rs", answer("zoë")),
            of("Omar Said_305_assignsubmission_file_/src/main.rs", answer("omar")),
            of("__MACOSX/Omar Said_305_assignsubmission_file_/._main.rs", String::new()),
        ],
    )
}

#[test]
fn two_of_one_name_are_told_apart_by_the_worksheet_and_otherwise_the_way_out_is_said() {
    let class = Classes::new();
    let path = moodle(&class);
    let all = class.taken(std::slice::from_ref(&path), MOODLE);
    assert_eq!(all.len(), 6);
    let kims: Vec<&str> = all
        .iter()
        .filter(|one| one.student.name == "Kim Min")
        .map(|one| of(std::slice::from_ref(one), "Kim Min", "gather"))
        .collect();
    assert_eq!(kims, ["km1", "km2"]);
    let participants = "Full name,Email address\nGaia Fiore,g@x.edu\nKim Min,km1@x.edu\nKim Min,km2@x.edu\n\
                        Zoë Ode,z@x.edu\nOmar Said,o@x.edu\n";
    let failure = class.graded(&[], &[path], Some(participants)).expect_err("two of one name");
    let failure = failure.to_string();
    assert!(failure.contains("line 4: Kim Min is already in line 3"), "{failure}");
    assert!(failure.contains("of Moodle the grading worksheet"), "{failure}");
}

#[test]
fn a_file_that_is_called_otherwise_is_taken_by_what_is_in_it() {
    let class = Classes::new();
    let all = class.taken(&[moodle(&class)], MOODLE);
    assert_eq!(of(&all, "Zoë Ode", "gather"), "zoë");
    assert_eq!(of(&all, "Omar Said", "gather"), "omar");
    assert!(all.iter().all(|one| one.complete), "{all:#?}");
    // What nobody can know is named.
    class.scratch.file("c/ada/src/main.rs", "fn main() {}");
    class.scratch.file("c/bob/essay.docx", "x");
    class.scratch.file("c/cy/gather.rs", class.answer("gather", "cy"));
    class.scratch.file("c/cy/lib-1.rs", "pub fn other() {}");
    let all = class.graded(&[], &[class.scratch.path().join("c")], None).expect("taken");
    assert!(all[0].said().contains("`src/main.rs` does not say"), "{}", all[0].said());
    assert!(all[1].said().contains("It has `essay.docx`."), "{}", all[1].said());
    assert!(all[2].said().contains("`lib-1.rs` does not say"), "{}", all[2].said());
    assert!(all.iter().all(|one| !one.complete), "{all:#?}");
}

/// Four on Gradescope, two of them a group.
const GRADESCOPE: &str = "First Name,Last Name,SID,Email,Total Score,Status,Submission ID\n\
    Quinn,Rao,71,q@x.edu,,Ungraded,501\nRuth,Sato,72,r@x.edu,,Ungraded,501\nSam,Tan,73,s@x.edu,,Ungraded,7\n\
    Tove,Ulf,7,t@x.edu,,Missing,\n";

fn gradescope(class: &Classes) -> PathBuf {
    let at = |name: &str, text: String| (format!("assignment_9_export/{name}"), text);
    let metadata = "---\nsubmission_501:\n  :submitters:\n  - :name: Quinn Rao\n    :sid: '71'\n    :email: \
                    q@x.edu\n  - :name: Ruth Sato\n    :sid: '72'\n    :email: r@x.edu\n  :score: 0.0\n\
                    submission_7:\n  :submitters:\n  - :name: Sam Tan\n    :sid: '73'\n    :email: s@x.edu\n";
    class.zip(
        "assignment_9_export.zip",
        &[
            at("submission_501/lib.rs", class.answer("gather", "group")),
            at("submission_7/01-gather/src/lib.rs", class.answer("gather", "sam")),
            at("submission_metadata.yml", metadata.to_owned()),
        ],
    )
}

#[test]
fn each_of_a_group_gets_the_grade() {
    let class = Classes::new();
    let path = gradescope(&class);
    let course_list =
        "Name,Email\nQuinn Rao,q@x.edu\nRuth Sato,r@x.edu\nSam Tan,s@x.edu\nTove Ulf,t@x.edu\n";
    for roster in [GRADESCOPE, course_list] {
        let all = class.taken(std::slice::from_ref(&path), roster);
        assert_eq!(all.len(), 4, "{all:#?}");
        let found = ["Quinn Rao", "Ruth Sato", "Sam Tan"].map(|name| of(&all, name, "gather"));
        assert_eq!(found, ["group", "group", "sam"]);
        // Nobody gets somebody's submission for a number that is like theirs.
        assert_eq!(said(&all, "Tove Ulf"), "nothing was handed in");
    }
    // Without a roster the platform's own list says who they are.
    let all = class.graded(&[], &[path], None).expect("taken");
    let found = ["Quinn Rao", "Ruth Sato", "Sam Tan"].map(|name| of(&all, name, "gather"));
    assert_eq!((found, all.len()), (["group", "group", "sam"], 3));
    assert_eq!(person(&all, "Ruth Sato").student.roster["Email"], "r@x.edu");
}

/// Four on GitHub, one of them under a name that is another's folder.
const GITHUB: &str = "\"identifier\",\"github_username\",\"github_id\",\"name\"\n\"V\",\"vera\",\"1\",\"\"\n\
    \"W\",\"bob-m\",\"2\",\"\"\n\"X\",\"xi\",\"3\",\"\"\n\"Mallory\",\"hw1-bob-m\",\"5\",\"\"\n";

fn github(class: &Classes) -> PathBuf {
    let clones = class.scratch.path().join("clones");
    for name in ["vera", "bob-m", "xi"] {
        let path = format!("clones/hw1-{name}/exercises/01-gather/src/lib.rs");
        class.scratch.file(&path, class.answer("gather", name));
        class.scratch.file(&format!("clones/hw1-{name}/lab/src/lib.rs"), "pub fn run_all() {}");
        class.scratch.file(&format!("clones/hw1-{name}/target/debug/x.rs"), "fn main() {}");
    }
    clones
}

#[test]
fn a_name_that_begins_as_all_folders_do_takes_nobodys_grade() {
    let class = Classes::new();
    let all = class.taken(&[github(&class)], GITHUB);
    assert_eq!(all.len(), 4, "{all:#?}");
    assert_eq!(of(&all, "bob-m", "gather"), "bob-m");
    assert!(said(&all, "bob-m").contains("the submission of hw1-bob-m"), "{all:#?}");
    assert_eq!(said(&all, "hw1-bob-m"), "nothing was handed in");
    // And what is Mallory's own is Mallory's.
    let path = "clones/hw1-hw1-bob-m/exercises/01-gather/src/lib.rs";
    class.scratch.file(path, class.answer("gather", "mallory"));
    let all = class.taken(&[class.scratch.path().join("clones")], GITHUB);
    assert_eq!(of(&all, "hw1-bob-m", "gather"), "mallory");
    assert_eq!(of(&all, "bob-m", "gather"), "bob-m");
}

#[test]
fn two_claims_on_one_row_are_never_decided() {
    let class = Classes::new();
    class.scratch.file("c/Ada_1_assignsubmission_file_/gather.rs", class.answer("gather", "1"));
    class.scratch.file("c/Ada_2_assignsubmission_file_/gather-9.rs", class.answer("gather", "2"));
    let all = class.taken(&[class.scratch.path().join("c")], "name\nAda\n");
    assert!(of(&all, "Ada", "gather").contains("could all be the answer"), "{all:#?}");
    assert!(said(&all, "Ada").contains("By the roster these are one student's"), "{all:#?}");
}

#[test]
fn what_is_in_the_place_that_is_named_last_counts() {
    let class = Classes::new();
    let late = |name: &str, text: String| class.zip("late.zip", &[(name.to_owned(), text)]);
    let newer = late("abarangozi_LATE_41001_999_lib.rs", class.answer("gather", "newer"));
    let all = class.taken(&[canvas(&class), newer.clone()], CANVAS);
    assert_eq!(of(&all, "Abara, Ngozi", "gather"), "newer");
    assert_eq!(of(&all, "Abara, Ngozi", "select"), "ngozi 4");
    let note = said(&all, "Abara, Ngozi");
    assert!(note.contains("`lib.rs` in a place that was named before"), "{note}");
    let all = class.taken(&[newer, canvas(&class)], CANVAS);
    assert_eq!(of(&all, "Abara, Ngozi", "gather"), "ngozi 1");

    // One student's folder in a zip of its own; and a skeleton that nobody touched counts for nothing.
    class.scratch.file("c/ada/gather.rs", class.answer("gather", "first"));
    class.scratch.file("c/bob/gather.rs", class.answer("gather", "bob"));
    let again = late("ada/gather.rs", class.answer("gather", "again"));
    let places = [class.scratch.path().join("c"), again];
    let all = class.graded(&["01"], &places, None).expect("taken");
    assert_eq!((of(&all, "ada", "gather"), all.len()), ("again", 2));
    let untouched = class.answer("gather", "x").replace("\n// x\n", "");
    let places = [places[0].clone(), late("ada/gather.rs", untouched)];
    let all = class.graded(&["01"], &places, None).expect("taken");
    assert_eq!(of(&all, "ada", "gather"), "first");
}

#[test]
fn a_roster_that_is_no_csv_is_said_with_what_to_do() {
    let class = Classes::new();
    let path = class.scratch.file("c/ada/gather.rs", "x");
    let path = path.parent().and_then(Path::parent).expect("a class").to_owned();
    let books: [(&[u8], &str); 6] = [
        (
            &zip([("xl/workbook.xml", &b"x"[..])]),
            "is an Excel workbook (.xlsx), not a CSV file. Open",
        ),
        (&zip([("grades.csv", &b"x"[..])]), "is a zip archive, not a CSV file. Unpack it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an Excel workbook (.xls)"),
        (b"%PDF-1.7", "is a PDF"),
        (b"\n<!DOCTYPE html>", "is a web page"),
        (b" \r\n", "is empty"),
    ];
    for (bytes, what) in books {
        let roster = class.scratch.file("roster", bytes);
        let graded: Vec<&Exercise> = class.course.exercises().iter().collect();
        let failure = take(std::slice::from_ref(&path), Some(&roster), &class.course, &graded);
        let failure = failure.expect_err(what).to_string();
        assert!(failure.contains(what), "{failure}");
    }
    // Excel's "Unicode text" is read.
    let utf16: Vec<u8> =
        "\u{feff}Name\tLogin\r\nZoë\tada\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let roster = class.scratch.file("roster", utf16);
    let all = take(&[path], Some(&roster), &class.course, &[&class.course.exercises()[0]]);
    assert_eq!(all.expect("taken")[0].student.name, "Zoë");
}
