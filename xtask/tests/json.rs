//! JSON for programs: one document on standard output, whatever comes of a command; what the schema
//! says, in every outcome; and the examples of its documentation are true.

mod support;

use boon::{Compiler, SchemaIndex, Schemas};
use expect_test::expect_file;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use support::{Course, IN_TURN, RIGHT, Ran, ran};

#[test]
fn a_check_in_every_outcome() {
    let course = Course::new("outcome");
    let schema = Schema::strict();
    let check = |code: i32| {
        let document = schema.document(&course.xtask(&["check", "01", "--format", "json"]), code);
        assert_eq!(document["kind"], "check");
        document["exercises"][0].clone()
    };
    let answered = |answer: &str, code: i32| {
        course.answer(answer);
        check(code)
    };
    let end = |answer: &str| answered(answer, 1)["promises"][0]["end"].clone();

    let skeleton = check(1);
    assert_eq!(skeleton["state"], "broken");
    assert_eq!(skeleton["promises"][0]["end"], "panicked");
    assert_eq!(
        skeleton["promises"][0]["panics"][0]["message"],
        "not yet implemented: boil the water"
    );

    let wrong = answered(IN_TURN, 1);
    assert_eq!(wrong["points"], json!({ "earned": 5, "of": 10 }));
    assert_eq!(wrong["promises"][0]["finding"]["misconception"], "one-after-another");
    let spans = json!([
        { "name": "water", "start": 0, "end": 2_000_000, "fate": "completed", "own": true },
        { "name": "pot", "start": 2_000_000, "end": 3_000_000, "fate": "completed", "own": true },
    ]);
    assert_eq!(wrong["promises"][0]["timeline"]["spans"], spans);
    assert!(course.read("progress.txt").contains("outcome tried 1/2"), "a check like any other");

    let right = answered(&RIGHT.replace("    7", "    println!(\"\\x1b[2Jtea\");\n    7"), 0);
    assert_eq!(right["state"], "solved");
    assert_eq!(right["promises"][1]["finding"], Value::Null);
    assert_eq!(right["promises"][0]["printed"], "\u{1b}[2Jtea");
    assert!(course.read("progress.txt").contains("outcome solved 2/2"));

    assert_eq!(right["changed"], json!([]));
    let tests = course.read(&course.test_file());
    course.write(&course.test_file(), &format!("{tests}// Mine.\n"));
    assert_eq!(check(0)["changed"], json!(["tests/outcome.rs"]));
    course.write(&course.test_file(), &tests);

    let warned =
        answered("\npub async fn brew() -> u32 {\n    fetch(\"pot\", SECOND);\n    7\n}\n", 1);
    assert_eq!(warned["diagnostics"][0]["level"], "warning");

    let refused = answered("\npub async fn brew() -> u32 {\n    \"seven\"\n}\n", 1);
    assert_eq!(refused["state"], "does-not-compile");
    let path = format!("{}:6:5", course.exercise("src/lib.rs"));
    assert_eq!(refused["diagnostics"][0]["place"], path.as_str());
    assert_eq!(refused["points"]["earned"], 0);
    assert_eq!(answered("\n", 1)["state"], "does-not-compile", "the tests can't call it");

    assert_eq!(
        end("\npub async fn brew() -> u32 {\n    std::future::pending().await\n}\n"),
        "hung"
    );
    let turning = "loop {\n        tokio::task::yield_now().await;\n    }";
    assert_eq!(end(&format!("\npub async fn brew() -> u32 {{\n    {turning}\n}}\n")), "spinning");
    let stuck = "loop {\n        std::hint::spin_loop();\n    }";
    assert_eq!(end(&format!("\npub async fn brew() -> u32 {{\n    {stuck}\n}}\n")), "blocked");
    assert_eq!(end("\npub async fn brew() -> u32 {\n    std::process::exit(0)\n}\n"), "exited");

    course.remove(&course.exercise("src/lib.rs"));
    let damaged = check(1);
    assert_eq!(damaged["state"], "incomplete");
    assert!(damaged["damage"].as_str().unwrap().contains("Your file is gone"), "{damaged}");
}

#[test]
fn every_exercise_at_once() {
    let course = Course::new("at-once");
    let second = course.numbered("02", "at-once-too");
    course.answer(RIGHT);
    second.answer("\npub async fn brew() -> u32 {\n    \"seven\"\n}\n");
    let schema = Schema::strict();
    let all = ["check", "--all", "--format", "json"];
    let states = |document: Value| {
        let exercises = document["exercises"].as_array().unwrap().clone();
        exercises.iter().map(|one| one["state"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(states(schema.document(&course.xtask(&all), 1)), ["solved", "does-not-compile"]);
    second.answer(RIGHT);
    assert_eq!(states(schema.document(&course.xtask(&all), 0)), ["solved", "solved"]);
    let seed = |args: &[&str]| {
        let args = [&all[..], args].concat();
        schema.document(&course.xtask(&args), 0)["seed"].clone()
    };
    assert_eq!(
        (seed(&[]), seed(&["--seed", "9007199254740991"])),
        (json!(2026), json!(9007199254740991_u64))
    );
}

#[test]
fn status_and_list_in_every_state() {
    let course = Course::new("states");
    let tried = course.numbered("02", "states-tried");
    let changed = course.numbered("03", "states-changed");
    course.answer(RIGHT);
    tried.answer(IN_TURN);
    changed.answer(RIGHT);
    course.xtask(&["check", "--all"]).says(1, &[]);
    changed.answer(IN_TURN);
    let new = course.numbered("04", "states-new");
    let schema = Schema::strict();
    let asked = |args: &[&str]| schema.document(&course.xtask(args), 0);

    let list = asked(&["list", "--format", "json"]);
    let states: Vec<&Value> =
        list["exercises"].as_array().unwrap().iter().map(|one| &one["state"]).collect();
    assert_eq!(states, ["solved", "tried", "changed", "not-begun"]);
    assert_eq!(list["exercises"][1]["promises"], json!({ "kept": 1, "of": 2 }));
    assert_eq!(list["total"]["points"], json!({ "earned": 25, "of": 40 }));

    let todo = asked(&["list", "--todo", "new", "--format", "json"]);
    assert_eq!(todo["exercises"][0]["slug"], "states-new");
    assert_eq!(todo["total"], list["total"]);
    let none = asked(&["list", "nothing-like-this", "--format", "json"]);
    assert_eq!(none["exercises"], json!([]));

    let status = asked(&["status", "--format", "json"]);
    assert_eq!(status["next"]["slug"], "states-tried");
    assert_eq!(status["changed"][0]["slug"], "states-changed");
    assert_eq!(status, asked(&["--format", "json"]));

    tried.answer(RIGHT);
    new.answer(RIGHT);
    course.xtask(&["check", "--all"]).says(1, &[]);
    assert_eq!(asked(&["status", "--format", "json"])["next"], Value::Null);
}

#[test]
fn what_cannot_be_done_is_said_in_json_too() {
    let course = Course::new("cannot");
    let schema = Schema::strict();
    let error = |ran: &Ran, code: i32, part: &str| {
        let document = schema.document(ran, code);
        assert_eq!(document["kind"], "error");
        let message = document["message"].as_str().unwrap();
        assert!(message.contains(part), "{message}");
    };
    let asked = |args: &[&str]| ran(course.command(args).args(["--format", "json"]));
    error(&asked(&["chek"]), 2, "Did you mean \"check\"?");
    error(&asked(&["check", "99"]), 2, "there is no exercise \"99\"");
    error(&asked(&["check", "01", "02"]), 2, "what is \"02\" here?");
    error(&asked(&["list", "--hard"]), 2, "--hard");
    error(&asked(&["hint"]), 2, "--format does not belong here");
    error(&ran(course.command(&["status", "--format=json"]).current_dir("/")), 2, "not inside");
    let no_cargo = ran(course.command(&["check", "--format", "json"]).env("PATH", "/nowhere"));
    error(&no_cargo, 3, "could not start cargo");
    course.write(&course.exercise("Cargo.toml"), "[package\n");
    error(&asked(&["check"]), 3, "cargo can't read exercises/01-cannot/Cargo.toml.");

    // Who does not ask for JSON is no program.
    let unknown = course.xtask(&["check", "--format", "yaml"]);
    unknown.says(2, &["error: there is no format \"yaml\": it is json,"]);
    assert_eq!(unknown.stdout, "");
}

#[test]
fn notices_stay_beside_the_document() {
    let course = Course::new("beside");
    fs::create_dir(course.root.join("progress.txt")).unwrap();
    course.answer(RIGHT);
    let mut command = course.command(&["check", "--format", "json"]);
    let checked = ran(command.env("CLICOLOR_FORCE", "1"));
    Schema::strict().document(&checked, 0);
    assert!(checked.stderr.contains("could not be saved"), "{}", checked.stderr);
    assert!(!checked.stdout.contains('\x1b') && !checked.stdout.contains("u001b"));
}

#[test]
fn the_examples_of_the_documentation_are_what_is_printed() {
    let course = Course::new("tea");
    let second = course.numbered("02", "pot");
    course.answer(IN_TURN);
    second.answer(RIGHT);
    course.xtask(&["check", "--all"]).says(1, &["1 of 2 exercises solved"]);
    second.answer(IN_TURN);

    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/json.md");
    // Git may have given the lines other ends.
    let text = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    let schema = Schema::strict();
    let (command, document) = ("```sh\ncargo xtask ", "```json\n");
    let mut shown = String::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(command) {
        let after = &rest[start + command.len()..];
        let args: Vec<&str> = after.lines().next().unwrap().split_whitespace().collect();
        let begin = rest.len() - after.len() + after.find(document).unwrap() + document.len();
        let printed = course.xtask(&args);
        schema.document(&printed, printed.code.unwrap());
        shown += &rest[..begin];
        shown += &printed.stdout;
        rest = &rest[begin..];
        rest = &rest[rest.find("```\n").unwrap()..];
    }
    assert!(schema.kinds_seen.borrow().len() == 4, "an example of each kind");
    expect_file![file].assert_eq(&(shown + rest));
}

/// The schema, and what was seen to be as it says.
struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
    kinds_seen: std::cell::RefCell<std::collections::BTreeSet<String>>,
}

impl Schema {
    /// Others are to pass over members that they do not know. Here none is allowed: what is printed
    /// has to be in the schema.
    fn strict() -> Schema {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/json.schema.json");
        let mut schema = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        close(&mut schema);
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("schema.json", schema).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Schema { schemas, index, kinds_seen: Default::default() }
    }

    /// All of standard output as one document that is as the schema says, and says the exit code.
    #[track_caller]
    fn document(&self, ran: &Ran, code: i32) -> Value {
        assert_eq!(ran.code, Some(code), "{}{}", ran.stdout, ran.stderr);
        let document: Value = serde_json::from_str(&ran.stdout).expect(&ran.stdout);
        if let Err(error) = self.schemas.validate(&document, self.index) {
            panic!("{error:#}\n{}", ran.stdout);
        }
        assert_eq!(document["exit_code"], code);
        self.kinds_seen.borrow_mut().insert(document["kind"].as_str().unwrap().to_owned());
        document
    }
}

/// Allows no members besides those named, in every object that is described in full.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            members.values_mut().for_each(close);
            if members.get("type") == Some(&json!("object")) && members.contains_key("properties") {
                members.insert("additionalProperties".to_owned(), json!(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}
