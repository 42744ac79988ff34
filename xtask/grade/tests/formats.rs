//! Grades in the formats of others: each as its specification or its reader has it, whatever
//! students make of it.

mod class;

use boon::{Compiler, Schemas};
use class::{Class, everybody, known, right, syllabus, wrong};
use roxmltree::{Document, Node};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use verdict::json::parse;
use xtask_grade::formats;
use xtask_grade::results::Graded;
use xtask_grade::store::{ResultsKind, Store};

/// The one format that is ours.
#[test]
fn results_are_as_their_schema_says_and_come_back_the_same() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("results");
    let _ = fs::remove_dir_all(&folder);
    let store = Store::open(&folder).unwrap();
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/grades.schema.json");
    let mut schemas = Schemas::new();
    let index = Compiler::new().compile(schema.to_str().unwrap(), &mut schemas).unwrap();
    for graded in everybody() {
        store.save(ResultsKind::Results, &graded, &syllabus()).unwrap();
        let id = &graded.student.id;
        let bytes = fs::read(folder.join(format!("results/{id}.json"))).unwrap();
        if let Err(error) = schemas.validate(&serde_json::from_slice(&bytes).unwrap(), index) {
            panic!("{id}: {error:#}");
        }
        assert_eq!(Graded::from_json(&parse(&bytes).unwrap()).as_ref(), Some(&graded));
        assert_eq!(store.load(ResultsKind::Results, id).as_ref(), Some(&graded));
        let no_control = |byte: &u8| *byte == b'\n' || !byte.is_ascii_control();
        assert!(bytes.iter().all(no_control), "{id}: no character may steer a terminal");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn json_is_as_its_format_says() {
    let class = Class::of("json", &everybody());
    for id in ["ada", "bob", "cleo", "mallory"] {
        class.valid(&format!("gradescope/{id}/results.json"), "gradescope");
        class.valid(&format!("github-classroom/{id}.json"), "github-classroom");
        for slug in ["gather", "select", "cancel"] {
            class.valid(&format!("exercism/{id}/{slug}/results.json"), "exercism");
        }
    }
}

#[test]
fn points_are_the_same_in_every_format() {
    let class = Class::of("points", &everybody());
    let overview = class.table("grades.csv");
    let canvas = class.table("canvas.csv");
    let moodle = class.table("moodle.csv");
    let expected = [(0, "ada", "37"), (1, "bob", "3.34"), (3, "mallory", "0")];
    for (row, id, total) in expected {
        assert_eq!(overview[row + 1][..1], [id]);
        assert_eq!(overview[row + 1][2..4], [total, "37"]);
        let of_exercises = overview[row + 1][4..7].iter().map(|cell| hundredths(cell));
        assert_eq!(of_exercises.sum::<u64>(), hundredths(total));
        assert_eq!(canvas[row + 2].last().unwrap(), total);
        assert_eq!(moodle[row + 1][2], total);

        let gradescope = class.json(&format!("gradescope/{id}/results.json"));
        assert_eq!(of_json(&gradescope["score"]), hundredths(total));
        let tests = gradescope["tests"].as_array().unwrap();
        assert_eq!(sum(tests, "score"), hundredths(total));
        assert_eq!(sum(tests, "max_score"), 3_700);

        // As the reporter adds up.
        let classroom = class.json(&format!("github-classroom/{id}.json"));
        let results: Vec<Value> = classroom.as_object().unwrap().values().cloned().collect();
        let tests = results.iter().flat_map(|result| result["tests"].as_array().unwrap());
        assert_eq!(sum(&tests.cloned().collect::<Vec<_>>(), "score"), hundredths(total));
        assert_eq!(sum(&results, "max_score"), 3_700);
    }
}

/// One answer of cleo's was not accepted, one does not compile, and one was not handed in. Of eve nobody
/// knows who that is.
#[test]
fn what_could_not_be_graded_is_blank_in_every_format_and_no_zero() {
    let mut students = everybody();
    let mut eve = right("eve");
    eve.student.stranger = true;
    students.push(eve);
    let class = Class::of("blank", &students);
    let (overview, canvas) = (class.table("grades.csv"), class.table("canvas.csv"));
    let moodle = class.table("moodle.csv");
    for (row, id, exercises) in [(2, "cleo", ["0", "", "0"]), (3, "eve", ["", "", ""])] {
        assert_eq!(overview[row + 1][..4], [id, id, "", "37"]);
        assert_eq!(overview[row + 1][4..7], exercises);
        assert_eq!(canvas[row + 2].last().unwrap(), "");
        // Feedback alone would take away a grade that is there.
        assert_eq!(moodle[row + 1][2..], ["", "", ""]);
        let path = format!("gradescope/{id}/results.json");
        class.valid(&path, "gradescope");
        let gradescope = class.text(&path);
        assert!(!gradescope.contains("score\""), "{gradescope}");
        let path = format!("github-classroom/{id}.json");
        class.valid(&path, "github-classroom");
        let classroom = class.json(&path);
        let exercise_2 = classroom.as_object().unwrap().keys().filter(|key| key.starts_with("e02"));
        assert_eq!(exercise_2.count(), 0);
    }
    assert_eq!(class.json("github-classroom/eve.json"), json!({}));

    let class = Class::with_zeros("zeros", &students);
    let (overview, moodle) = (class.table("grades.csv"), class.table("moodle.csv"));
    for (row, id) in [(2, "cleo"), (3, "eve")] {
        assert_eq!(overview[row + 1][2..7], ["0", "37", "0", "0", "0"]);
        assert_eq!(class.table("canvas.csv")[row + 2].last().unwrap(), "0");
        assert_eq!(moodle[row + 1][2..4], ["0", "0"]);
        assert_eq!(class.json(&format!("gradescope/{id}/results.json"))["score"], 0);
    }
}

/// A spreadsheet that splits lines at semicolons has no cell that is a formula, whatever a file is called.
#[test]
fn no_name_splits_a_cell() {
    let mut ada = right("ada");
    for name in ["a;\"=1+1;b.rs", "a;\"\"\"=1+1", "\"=1", "x;\"y", "a\t\"@SUM(A1)", "\";=1;\""] {
        ada.remarks = vec![format!("`{name}` is not known."), name.to_owned()];
        ada.student.name = name.to_owned();
        let class = Class::of("split", &[ada.clone(), right("bob")]);
        for file in ["grades.csv", "canvas.csv", "moodle.csv"] {
            for delimiter in [b',', b';', b'\t'] {
                let mut reader = csv::ReaderBuilder::new();
                let reader = reader.delimiter(delimiter).has_headers(false).flexible(true);
                for row in reader.from_path(class.path(file)).unwrap().records() {
                    for cell in row.unwrap().iter() {
                        let bare = cell.trim_start_matches([' ', '"']);
                        assert!(!bare.starts_with(['=', '@', '+', '-']), "{file}: {name}: {cell}");
                    }
                }
            }
            // Nobody's row is taken in by another's.
            assert!(
                class.table(file).iter().any(|row| row[0] == "bob" || row[1] == "bob"),
                "{file}"
            );
        }
    }
}

#[test]
fn a_broken_promise_is_explained_with_its_picture() {
    let class = Class::of("broken", &everybody());
    let test = class.json("gradescope/bob/results.json")["tests"][1].clone();
    assert_eq!(test["name"], "Gather: the three tasks run at the same time");
    assert_eq!(test["number"], "1.2");
    assert_eq!((&test["status"], &test["score"]), (&json!("failed"), &json!(0)));
    let output = test["output"].as_str().unwrap();
    assert!(output.starts_with("Task 2 began when task 1 was done."), "{output}");
    assert!(output.contains("████"), "{output}");
    assert!(output.ends_with("What it printed:\nhello"), "{output}");
    let classroom = class.json("github-classroom/bob.json");
    assert_eq!(classroom["e01p02"]["status"], "fail");
    let exercism = class.json("exercism/bob/gather/results.json");
    assert_eq!(exercism["status"], "fail");
    assert_eq!(exercism["tests"][1]["message"], classroom["e01p02"]["tests"][0]["message"]);
    assert_eq!(exercism["tests"][1]["output"], "hello");
    assert_eq!(
        exercism["tests"][1]["test_code"],
        "judge::run(run_all).at_once(\"task\", 3).kept()"
    );
    assert_eq!(exercism["tests"][1]["task_id"], 2);
    let feedback = &class.table("moodle.csv")[2][4];
    let why = "1.2: the three tasks run at the same time. Task 2 began when task 1 was done.";
    assert!(feedback.contains(why), "{feedback}");
}

#[test]
fn what_was_not_put_to_the_test_says_why() {
    let class = Class::of("untested", &everybody());
    let gradescope = class.json("gradescope/cleo/results.json");
    let output = gradescope["output"].as_str().unwrap();
    assert!(output.contains("01 Gather: It does not compile.\nerror[E0308]"), "{output}");
    assert!(output.contains("02 Select: src/lib.rs is larger than 256 KiB"), "{output}");
    assert!(output.contains("03 Cancel: Nothing was handed in for it."), "{output}");
    let exercism = |slug| class.json(&format!("exercism/cleo/{slug}/results.json"));
    let broken = exercism("gather");
    assert_eq!((&broken["status"], &broken["tests"]), (&json!("error"), &json!([])));
    assert!(broken["message"].as_str().unwrap().contains("error[E0308]"));
    let refused = exercism("select");
    assert!(refused["message"].as_str().unwrap().contains("src/lib.rs is larger than 256 KiB"));
    let classroom = class.json("github-classroom/cleo.json");
    assert_eq!(classroom["e01p01"]["status"], "error");
    let row = class.table("grades.csv")[3].clone();
    assert_eq!(row[7..10], ["does-not-compile", "refused", "missing"]);
    assert_eq!(row[10], "full");
    assert_eq!(row[11], "late | 02 Select: src/lib.rs is larger than 256 KiB");
}

#[test]
fn what_the_judge_did_not_speak_of_is_nowhere_kept() {
    let mut silent = right("silent");
    let promise = &mut silent.exercises.get_mut("gather").unwrap().promises[0];
    promise.judged = false;
    promise.printed = "test result: ok".to_owned();
    let class = Class::of("silent", &[silent]);
    let test = class.json("gradescope/silent/results.json")["tests"][0].clone();
    assert_eq!((&test["status"], &test["score"]), (&json!("failed"), &json!(0)));
    let why = "There is no report of it that counts";
    assert!(test["output"].as_str().unwrap().starts_with(why), "{test}");
    let classroom = class.json("github-classroom/silent.json")["e01p01"].clone();
    assert_eq!(
        (&classroom["status"], sum(&[classroom["tests"][0].clone()], "score")),
        (&json!("error"), 0)
    );
    let exercism = class.json("exercism/silent/gather/results.json");
    assert_eq!(
        (&exercism["status"], &exercism["tests"][0]["status"]),
        (&json!("fail"), &json!("error"))
    );
    let junit = class.text("junit/silent.xml");
    assert_eq!(junit.matches("<error message=\"There is no report of it that counts").count(), 1);
    assert!(
        class.table("moodle.csv")[1][3]
            .contains("1.1: the ids come back in order. There is no report")
    );
}

#[test]
fn promises_of_the_instructors_own_wait_until_grades_are_published() {
    let class = Class::of("extra", &everybody());
    let tests = class.json("gradescope/ada/results.json")["tests"].clone();
    let shown = tests.as_array().unwrap().iter().map(|test| {
        (test["number"].as_str().unwrap().to_owned(), test["visibility"] == "after_published")
    });
    let expected = [("1.1", false), ("1.2", false), ("1.3", true), ("2.1", false), ("3.1", false)];
    let expected = expected.map(|(number, hidden)| (number.to_owned(), hidden));
    assert_eq!(shown.collect::<Vec<_>>(), expected);
    let code = |test: usize| {
        class.json("exercism/ada/gather/results.json")["tests"][test]["test_code"].clone()
    };
    assert!(code(0).is_string());
    assert_eq!(code(2), Value::Null, "its source is nobody's business");
}

#[test]
fn junit_is_as_nextest_writes_it_and_jenkins_reads_it() {
    let class = Class::of("junit", &everybody());
    for id in ["ada", "bob", "cleo", "mallory"] {
        let text = class.text(&format!("junit/{id}.xml"));
        let document = Document::parse(&text).expect(&text);
        let root = document.root_element();
        assert_eq!(root.tag_name().name(), "testsuites");
        assert_eq!(root.attribute("name"), Some(id));
        for element in root.descendants().filter(Node::is_element) {
            assert_known(element);
        }
        // Of whatever says how many there are, it is true.
        let suites = root.children().filter(Node::is_element).chain([root]);
        for suite in suites {
            let below = |tag: &str| suite.descendants().filter(|it| it.has_tag_name(tag)).count();
            let said = |name: &str| suite.attribute(name).unwrap().parse().ok();
            assert_eq!(said("tests"), Some(below("testcase")));
            assert_eq!(said("failures"), Some(below("failure")));
            assert_eq!(said("errors"), Some(below("error")));
        }
    }
    let text = class.text("junit/bob.xml");
    let document = Document::parse(&text).unwrap();
    let failure = document.descendants().find(|node| node.has_tag_name("failure")).unwrap();
    assert_eq!(failure.attribute("type"), Some("one-after-another"));
    assert_eq!(failure.attribute("message"), Some("Task 2 began when task 1 was done."));
    assert!(failure.text().unwrap().contains("████"));
    let case = failure.parent().unwrap();
    assert_eq!(case.attribute("classname"), Some("01-gather"));
    assert_eq!(case.attribute("name"), Some("the_three_tasks_run_at_the_same_time"));
}

/// Jenkins's schema junit-10.xsd, and nextest's own quick-junit (src/serialize.rs), as far as
/// elements of ours go: what may stand in what, and with which attributes.
fn assert_known(element: Node) {
    let (parent, attributes): (_, &[&str]) = match element.tag_name().name() {
        "testsuites" => ("", &["name", "tests", "failures", "errors"]),
        "testsuite" => ("testsuites", &["name", "tests", "disabled", "errors", "failures"]),
        "properties" => ("testsuite", &[]),
        "property" => ("properties", &["name", "value"]),
        "testcase" => ("testsuite", &["name", "classname"]),
        "failure" | "error" => ("testcase", &["message", "type"]),
        "system-out" => ("testcase testsuite", &[]),
        other => panic!("{other} is unknown"),
    };
    let above = element.parent_element().map_or("", |parent| parent.tag_name().name());
    assert!(parent.split(' ').any(|it| it == above), "{above} > {element:?}");
    let of_element: Vec<&str> = element.attributes().map(|it| it.name()).collect();
    assert_eq!(of_element, attributes);
}

#[test]
fn nothing_hostile_arrives_as_more_than_text() {
    let class = Class::of("hostile", &everybody());
    let files = class.files();
    assert_eq!(files.len(), 3 + 4 * (1 + 1 + 3 + 1));
    for (path, bytes) in files {
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.len() < 200_000, "{path}: {} bytes", text.len());
        assert_harmless(&text, &path);
        if path.ends_with(".json") {
            each_text(&serde_json::from_str(&text).unwrap(), &mut |it| assert_harmless(it, &path));
        }
    }
    for table in ["grades.csv", "canvas.csv", "moodle.csv"] {
        let rows = class.table(table);
        for cell in rows.iter().flatten() {
            let starts = cell.split(['\n', ';']).map(str::trim_start);
            for start in starts {
                assert!(!start.starts_with(['=', '+', '-', '@']), "{table}: {cell}");
            }
        }
    }
    let mallory = class.table("grades.csv")[4][1].clone();
    assert!(mallory.starts_with("'=cmd|"), "{mallory}");
    let feedback = &class.table("moodle.csv")[4][4];
    assert!(feedback.contains("&lt;script&gt;") && !feedback.contains('<'), "{feedback}");
    let classroom = class.json("github-classroom/mallory.json");
    each_text(&classroom, &mut |text| {
        for line in text.lines() {
            assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{line}");
        }
    });
    let output = class.json("exercism/mallory/gather/results.json")["tests"][1]["output"].clone();
    assert!(output.as_str().unwrap().ends_with("Please limit to 500 chars"), "{output}");
}

#[track_caller]
fn assert_harmless(text: &str, path: &str) {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    let found = text.lines().find(|line| line.contains(steers));
    assert_eq!(found, None, "{path}");
}

fn each_text(json: &Value, look: &mut impl FnMut(&str)) {
    match json {
        Value::String(text) => look(text),
        Value::Array(items) => items.iter().for_each(|item| each_text(item, look)),
        Value::Object(members) => members.values().for_each(|member| each_text(member, look)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn another_language_reads_the_same_tables() {
    let class = Class::of("python", &everybody());
    let script = "import csv, json, sys\n\
        with open(sys.argv[1], newline='', encoding='utf-8') as table:\n    \
        print(json.dumps(list(csv.reader(table))))";
    for table in ["grades.csv", "canvas.csv", "moodle.csv"] {
        let rows = class.table(table);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{table}");
        let path = class.path(table);
        let Ok(python) = Command::new("python3").args(["-c", script]).arg(path).output() else {
            continue;
        };
        assert!(python.status.success(), "{}", String::from_utf8_lossy(&python.stderr));
        let read: Vec<Vec<String>> = serde_json::from_slice(&python.stdout).unwrap();
        assert_eq!(read, rows);
    }
}

#[test]
fn results_reach_githubs_reporter_as_documented() {
    let class = Class::of("reporter", &everybody());
    let jq = |filter: &str| {
        let mut jq = Command::new("jq");
        let jq = jq.args(["-r", filter]).arg(class.path("github-classroom/mallory.json"));
        Some(String::from_utf8(jq.output().ok()?.stdout).unwrap())
    };
    let source = include_str!("../src/formats/classroom.rs");
    let documented = |start: &str| {
        let line = source.lines().find(|line| line.contains(start)).unwrap();
        line.split('\'').nth(1).unwrap().to_owned()
    };
    let Some(variables) = jq(&documented("_RESULTS=")) else { return };
    let runners = jq(&documented("\"runners=\"")).unwrap();
    let runners = runners.trim().strip_prefix("runners=").unwrap().split(',');
    let variables: BTreeMap<&str, &str> =
        variables.lines().map(|line| line.split_once('=').unwrap()).collect();
    let read = runners.map(|runner| {
        let value = variables[format!("{}_RESULTS", runner.to_uppercase()).as_str()];
        (runner.to_owned(), serde_json::from_slice(&decoded(value)).unwrap())
    });
    let read: serde_json::Map<String, Value> = read.collect();
    assert_eq!(read.len(), 5);
    assert_eq!(Value::Object(read), class.json("github-classroom/mallory.json"));
}

/// What is behind some base64.
fn decoded(base64: &str) -> Vec<u8> {
    let mut jq = Command::new("jq");
    let jq = jq.args(["-Rrj", "@base64d"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = jq.spawn().unwrap();
    child.stdin.take().unwrap().write_all(base64.as_bytes()).unwrap();
    child.wait_with_output().unwrap().stdout
}

#[test]
fn gradebooks_know_students_by_the_roster_and_by_no_name_of_their_own() {
    let mut of_name = right("eve");
    of_name.student.name = "Bob Byron".to_owned();
    let mut of_row = right("points");
    of_row.student.name = "Points Possible".to_owned();
    let bob = known(wrong("bob"), &[("sis user ID", "77"), (" EMAIL", "bob@example.org")]);
    let class = Class::of("identities", &[bob.clone(), of_name.clone(), of_row]);

    let canvas = class.table("canvas.csv");
    let head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Async Rust"];
    assert_eq!(canvas[0], head);
    assert_eq!(canvas[1], ["    Points Possible", "", "", "", "", "37"]);
    assert_eq!(canvas[2], ["bob", "", "77", "", "", "3.34"]);
    assert_eq!(canvas[3], ["Bob Byron (not in the roster)", "", "", "", "", "37"]);
    assert_eq!(canvas[4][0], "Points possible (not in the roster)");

    let moodle = class.table("moodle.csv");
    let cells = |row: usize| moodle[row][..4].join("|");
    assert_eq!(cells(0), "Email address|Full name|Async Rust|Async Rust (percent)");
    assert_eq!(cells(1), "bob@example.org|bob|3.34|9.02");
    assert_eq!(cells(2), "not in the roster: Bob Byron|Bob Byron|37|100");

    let without = Class::of("no-roster", &[of_name]);
    assert_eq!(without.table("canvas.csv")[2][0], "Bob Byron");
    assert_eq!(without.table("moodle.csv")[0][0], "Full name");
}

#[test]
fn canvas_gets_its_own_columns_back() {
    let row = [
        ("Student", "Ada"),
        ("ID", "1"),
        ("Week 1 (98765)", ""),
        ("Gather (5)", "3"),
        ("02 Select (6)", ""),
    ];
    let ada = known(right("ada"), &row);
    let class = Class::titled("canvas-columns", Some("week 1"), &[ada.clone(), wrong("bob")]);
    let canvas = class.table("canvas.csv");
    assert_eq!(canvas[0][5..], ["Week 1 (98765)", "Gather (5)", "02 Select (6)"]);
    assert_eq!(canvas[1][5..], ["37", "10", "15"]);
    assert_eq!(canvas[2][5..], ["37", "10", "15"]);
    assert_eq!(canvas[3][5..], ["3.34", "3.34", "0"]);
    let moodle = class.table("moodle.csv");
    assert_eq!(moodle[0][1], "week 1");
    let class = Class::titled("canvas-number", Some("Week 1 (98765)"), &[wrong("bob")]);
    assert_eq!(class.table("canvas.csv")[0][5], "Week 1 (98765)");
    assert!(!class.path("moodle-worksheet.csv").exists());
}

#[test]
fn moodles_own_worksheet_is_filled_in_blind_or_not() {
    let row = |number| {
        [
            ("Identifier", number),
            ("Status", "Submitted for grading"),
            ("Grade", ""),
            ("Maximum grade", "100.00"),
            ("Last modified (grade)", "-"),
            ("Feedback comments", ""),
        ]
    };
    let students =
        [known(right("ada"), &row("Participant 7")), known(wrong("bob"), &row("Participant 8"))];
    let class = Class::of("worksheet", &students);
    let worksheet = class.table("moodle-worksheet.csv");
    let head = [
        "Identifier",
        "Feedback comments",
        "Grade",
        "Last modified (grade)",
        "Maximum grade",
        "Status",
    ];
    assert_eq!(worksheet[0], head);
    assert_eq!(worksheet[1][..1], ["Participant 7"]);
    assert_eq!(worksheet[1][2..5], ["100", "-", "100.00"]);
    assert_eq!((&worksheet[2][0][..], &worksheet[2][2][..]), ("Participant 8", "9.02"));
    assert!(worksheet[2][1].starts_with("3.34 of 37 points."), "{}", worksheet[2][1]);
}

#[test]
fn of_somebody_who_is_forgotten_nothing_stays_and_of_others_everything() {
    let never = Class::of("never", &everybody()[..3]);
    let class = Class::of("forgotten", &everybody());
    let path_of = |file: &str| class.path(file);
    for own in ["gradescope/mallory/notes.txt", "junit/mallory.txt"] {
        fs::write(path_of(own), "mine").unwrap();
    }
    let slugs = ["gather", "select", "cancel", "never-graded"].map(str::to_owned);
    formats::forget(&path_of(""), "mallory", slugs.iter()).unwrap();
    for own in ["gradescope/mallory/notes.txt", "junit/mallory.txt"] {
        assert_eq!(fs::read_to_string(path_of(own)).unwrap(), "mine");
        fs::remove_file(path_of(own)).unwrap();
    }
    assert!(!path_of("exercism/mallory").exists());
    let alone = |mut files: BTreeMap<String, Vec<u8>>| {
        // The gradebooks are the whole class's.
        files.retain(|name, _| !name.ends_with(".csv"));
        files
    };
    assert!(alone(class.files()) == alone(never.files()));
}

#[test]
fn the_same_results_are_the_same_bytes_in_any_order() {
    let one = Class::of("order", &everybody());
    let mut students = everybody();
    students.reverse();
    let other = Class::of("other-order", &students);
    assert_eq!(one.files(), other.files());
}

fn hundredths(cell: &str) -> u64 {
    (cell.parse::<f64>().unwrap() * 100.0).round() as u64
}

fn of_json(score: &Value) -> u64 {
    (score.as_f64().unwrap() * 100.0).round() as u64
}

fn sum(of: &[Value], member: &str) -> u64 {
    of.iter().map(|it| of_json(&it[member])).sum()
}
