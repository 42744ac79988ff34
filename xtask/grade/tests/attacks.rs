//! Hostile submissions, all in one class with two honest students, graded by the real program in its
//! real sandbox. `docs/threat-model.md` lists them.
#![cfg(target_os = "linux")]

mod grader;
#[path = "attacks/shapes.rs"]
mod shapes;
#[path = "attacks/support.rs"]
mod support;

use grader::{folder, root, write};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use support::{Attack, BREACH, Class, GATHER, HONEST, SECRETS, class, target};
use xtask_grade::results::Status;

/// The promise that the instructor has besides those of the course.
const EXTRA: &str = "the_ids_add_up";

#[test]
fn nobody_gets_a_point_that_was_not_earned() {
    let Some(class) = class() else { return };
    let said = String::from_utf8_lossy(&class.output.stderr);
    assert!(class.output.status.success(), "{said}");
    assert!(class.attacks.len() >= 40);
    let faults: Vec<String> =
        class.attacks.iter().filter_map(|attack| fault(class, attack)).collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What is wrong with what came of an attack.
fn fault(class: &Class, attack: &Attack) -> Option<String> {
    let result = class.result(attack);
    let remarks = result.remarks.join(" ");
    let kept = |promise: &str| result.promises.iter().any(|it| it.name == promise && it.kept());
    let promises = result.promises.iter().map(|promise| promise.name.as_str());
    let of_course: BTreeSet<&str> = promises.filter(|name| *name != EXTRA).collect();
    let earned: BTreeSet<&str> = of_course.iter().copied().filter(|name| kept(name)).collect();
    let meant: BTreeSet<&str> = match attack.outcome.split_once(": ") {
        Some(("keeps", names)) => names.split(", ").collect(),
        _ if attack.outcome == "keeps all" => of_course,
        _ => BTreeSet::new(),
    };
    let as_it_must = match attack.outcome.split_once(": ") {
        Some(("refused", why)) => result.status == Status::Refused && remarks.contains(why),
        Some(("does not compile", why)) => {
            result.status == Status::Broken && result.diagnostics.contains(why)
        }
        Some(("remark", why)) => {
            let said = class.graded(&attack.id).remarks.join(" ");
            // What was handed in and not taken is no zero.
            result.status == Status::Unrecognised && said.contains(why)
        }
        Some(("flagged", what)) => {
            let named = result.flags.iter().any(|flag| flag.why.contains(what));
            result.status != Status::Broken && named
        }
        Some(("keeps", _)) => result.status == Status::Ran,
        _ if ["keeps all", "keeps nothing"].contains(&attack.outcome.as_str()) => {
            result.status == Status::Ran
        }
        _ => false,
    };
    // Whoever has the right ids has the right sum of them too, and nobody else.
    let extra = !kept(EXTRA) || kept("the_ids_come_back_in_order");
    if as_it_must && earned == meant && extra {
        return None;
    }
    Some(format!(
        "{}: meant is \"{}\", but it is {:?}, keeps {earned:?}, with \"{remarks}\" and {}",
        attack.name, attack.outcome, result.status, result.diagnostics
    ))
}

#[test]
fn no_secret_gets_into_what_is_written_or_printed() {
    let Some(class) = class() else { return };
    let mut all: Vec<(String, &[u8])> = class
        .written
        .iter()
        .map(|(path, bytes)| (path.display().to_string(), bytes.as_slice()))
        .collect();
    all.push(("standard output".to_owned(), &class.output.stdout));
    all.push(("standard error".to_owned(), &class.output.stderr));
    let secrets = [SECRETS.key, SECRETS.environment, SECRETS.answer, BREACH];
    for secret in secrets.into_iter().chain(SECRETS.extra).chain(SECRETS.course) {
        for (file, bytes) in &all {
            // Exercism shows a promise's own lines, and those of the course are no secret by themselves.
            if secret == SECRETS.course[0] && file.contains("exercism/") {
                continue;
            }
            // There an instructor reads what was handed in: what an attack would print, and whole answers.
            if file.contains("/sources/") && (secret == BREACH || file.contains("/honest-")) {
                continue;
            }
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(secret), "{secret} is in {file}:\n{text}");
        }
    }
    // They are where an attack looks for them.
    let solution = fs::read_to_string(root().join("solutions/01-gather/src/lib.rs")).unwrap();
    let tests = fs::read_to_string(root().join("exercises/01-gather/tests/gather.rs")).unwrap();
    let [in_tests, in_solution] = SECRETS.course;
    assert!(tests.contains(in_tests) && solution.contains(in_solution));
}

#[test]
fn nothing_is_changed_outside_of_the_scratch() {
    let Some(class) = class() else { return };
    let [before, after] = &class.outside;
    assert!(before.len() > 100, "the course itself has more files than that");
    let changed: Vec<_> = before
        .keys()
        .chain(after.keys())
        .filter(|path| before.get(*path) != after.get(*path))
        .collect();
    assert!(changed.is_empty(), "{changed:?}");
    assert!(!class.visited, "somebody connected from inside of the sandbox");
    let scratch_dir = target().join("grading").join(class.process.to_string());
    assert!(!scratch_dir.exists(), "{} is left", scratch_dir.display());
}

#[test]
fn the_honest_are_graded_as_if_they_were_alone() {
    let Some(class) = class() else { return };
    for name in HONEST {
        assert!(class.alone[name] == class.results[name], "{name} has another result among others");
    }
    let promises = |name: &str| class.graded(name).exercises["gather"].promises.clone();
    let [right, wrong] = HONEST.map(promises);
    assert!(right.len() >= 6 && right.iter().all(|promise| promise.kept()));
    assert_eq!(wrong.iter().filter(|promise| promise.kept()).count(), 3);
}

#[test]
fn nothing_survives_the_run() {
    let Some(class) = class() else { return };
    // All that was confined had files of the run's own room mounted.
    let scratch_dir = format!("/grading/{}/", class.process);
    let deadline = Instant::now() + Duration::from_secs(10);
    loop {
        let left = processes(|process| {
            let mounts = fs::read_to_string(process.join("mountinfo")).unwrap_or_default();
            mounts.contains(&scratch_dir) || comm(process) == "outlives"
        });
        if left.is_empty() {
            return;
        }
        assert!(Instant::now() < deadline, "{left:?} is left running");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn processes(is: impl Fn(&Path) -> bool) -> Vec<String> {
    let all = fs::read_dir("/proc").unwrap().flatten().map(|process| process.path());
    let left = all.filter(|process| process.join("task").exists() && is(process));
    left.map(|process| format!("{} {}", process.display(), comm(&process))).collect()
}

/// The name of a process, or that of the thread of it which says that it outlives.
fn comm(process: &Path) -> String {
    let threads = fs::read_dir(process.join("task")).into_iter().flatten().flatten();
    let names = threads.filter_map(|thread| fs::read_to_string(thread.path().join("comm")).ok());
    let mut names: Vec<String> = names.map(|name| name.trim().to_owned()).collect();
    names.sort_by_key(|name| name != "outlives");
    names.into_iter().next().unwrap_or_default()
}

#[test]
fn results_steer_nothing() {
    let Some(class) = class() else { return };
    let mut bytes: Vec<&[u8]> = class.results.values().map(Vec::as_slice).collect();
    bytes.extend([class.output.stdout.as_slice(), &class.output.stderr]);
    for bytes in bytes {
        let text = str::from_utf8(bytes).expect("UTF-8");
        let steers = |c: &char| {
            let turns = ('\u{202a}'..='\u{202e}').contains(c) || *c == '\u{2028}';
            turns || (c.is_control() && *c != '\n')
        };
        let found = text.chars().find(steers);
        assert_eq!(found, None, "{text}");
    }
    let evil = class.graded("injects_markup");
    let printed = &evil.exercises["gather"].promises[0].printed;
    assert!(printed.contains("<script>alert(1)</script>"), "it is data: {printed}");
}

#[test]
fn no_result_is_larger_than_anybody_reads() {
    let Some(class) = class() else { return };
    for (id, bytes) in &class.results {
        assert!(bytes.len() < 256 << 10, "{id} has {} bytes", bytes.len());
    }
}

#[test]
fn the_threat_model_lists_every_attack_and_no_other() {
    let text = fs::read_to_string(root().join("docs/threat-model.md")).unwrap();
    let name = |line: &str| {
        let cell = line.strip_prefix("| `")?.split_once('`')?.0;
        Some(cell.to_owned())
    };
    let listed: Vec<String> = text.lines().filter_map(name).collect();
    let mut sorted = listed.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted.len(), listed.len(), "one is listed twice");
    let class = folder("attacks-listed").join("class");
    write(&class.join(HONEST[0]).join(GATHER), "");
    let shapes = shapes::hand_in(&class, Path::new("/nowhere"));
    let mut known: Vec<String> = support::files().into_iter().map(|(it, _)| it.name).collect();
    known.extend(shapes.into_iter().map(|it| it.name));
    known.sort();
    assert_eq!(sorted, known);
}
