//! What the inputs of a class are drawn from, from its first run to a dispute.

use super::class::{Class, answer, is_marked, mark, ran, read, right, wrong};
use super::here::is_here;
use super::processes::wait_until;
use std::fs;

#[test]
fn a_class_draws_a_seed_and_keeps_it() {
    if !is_here() {
        return;
    }
    let class = Class::of("seeds", &[("ada", &right()), ("bob", &wrong())]);
    let graded = |out: &str, words: &[&str]| {
        let ran = ran(&mut class.grader_with_any_seed(out, words));
        assert_eq!(ran.code, Some(0), "{}", ran.said);
        ran.said
    };
    // Nobody can know it before.
    let said = graded("one", &[]);
    graded("other", &[]);
    let seed = seed(&class, "one");
    assert_ne!(seed, self::seed(&class, "other"));
    assert!(said.contains(&format!("Seed: {seed}")), "{said}");
    let page = fs::read_to_string(class.at("one/class.html")).unwrap();
    assert!(page.contains(&format!("Seed: {seed}")), "{page}");

    // Who comes later gets the same inputs, and nobody is graded again.
    mark(&class.result_file("one", "ada"), "gather");
    class.hand_in("cleo", "01-gather", &right());
    graded("one", &[]);
    assert_eq!(self::seed(&class, "one"), seed);
    assert!(is_marked(&class.result_file("one", "ada"), "gather"));
    assert_eq!(read(&class.result_file("one", "cleo"))["seed"].to_string(), seed);

    // Another seed is another class, by a word.
    let before = class.files("one");
    let said = graded("one", &["--seed", "7", "--student", "bob"]);
    assert!(said.contains("Only this comparison uses seed 7."), "{said}");
    assert!(said.contains(&format!("Their result is by seed {seed}.")), "{said}");
    let said = graded("one", &["--seed", "7", "--preview"]);
    assert!(said.contains("The preview grades everybody anew with seed 7."), "{said}");
    let mut after = class.files("one");
    after.retain(|path, _| !path.starts_with("preview"));
    assert!(after == before);
    let said = graded("one", &["--seed", "7"]);
    let both = format!("by seed {seed}. Everybody is graded anew with seed 7.");
    assert!(said.contains(&both), "{said}");
    assert_eq!(self::seed(&class, "one"), "7");
    assert!(!is_marked(&class.result_file("one", "ada"), "gather"));
    // It stays so, and can be taken back.
    let said = graded("one", &[]);
    assert!(!said.contains("anew") && said.contains("Seed: 7"), "{said}");
    graded("one", &["--seed", &seed]);
    mark(&class.result_file("one", "ada"), "gather");
    graded("one", &["--seed", &seed]);
    assert!(is_marked(&class.result_file("one", "ada"), "gather"), "it was the same seed");
}

#[test]
fn a_run_that_goes_on_has_the_seed_that_it_began_with() {
    if !is_here() {
        return;
    }
    let class = Class::of("seed-killed", &[("ada", &right()), ("bob", super::BLOCKED)]);
    let mut grader = class.grader_with_any_seed("out", &[]).spawn().unwrap();
    wait_until("no seed was drawn", || class.at("out/seed").exists());
    grader.kill().unwrap();
    grader.wait().unwrap();
    let begun = fs::read_to_string(class.at("out/seed")).unwrap();
    let again = ran(&mut class.grader_with_any_seed("out", &[]));
    assert_eq!(again.code, Some(0), "{}", again.said);
    assert_eq!(seed(&class, "out"), begun.trim());

    fs::write(class.at("out/seed"), "damaged").unwrap();
    let damaged = ran(&mut class.grader_with_any_seed("out", &[]));
    assert_eq!(damaged.code, Some(3), "{}", damaged.said);
    assert!(damaged.said.contains("it holds no seed"), "{}", damaged.said);
    let named = ran(&mut class.grader_with_any_seed("out", &["--seed", begun.trim()]));
    assert_eq!(named.code, Some(0), "{}", named.said);
}

#[test]
fn parts_share_a_seed() {
    if !is_here() {
        return;
    }
    let class = Class::of("seed-parts", &[("ada", &right()), ("bob", &wrong())]);
    let part = |out: &str, words: &[&str]| ran(&mut class.grader_with_any_seed(out, words));
    let unnamed = part("1", &["--shard", "1/2"]);
    assert_eq!(unnamed.code, Some(2), "{}", unnamed.said);
    assert!(unnamed.said.contains("such as --seed "), "{}", unnamed.said);
    for (out, shard, seed) in [("1", "1/2", "7"), ("2", "2/2", "7"), ("2-of-8", "2/2", "8")] {
        let graded = part(out, &["--shard", shard, "--seed", seed]);
        assert_eq!(graded.code, Some(0), "{}", graded.said);
    }
    let misfit = class.merge(&["1", "2-of-8"], "merged");
    assert_eq!(misfit.code, Some(2));
    assert!(misfit.said.contains("What differs: the seed (7, 8)."), "{}", misfit.said);
    assert!(!class.at("merged/class.json").exists());
    let merged = class.merge(&["1", "2"], "merged");
    assert_eq!(merged.code, Some(0), "{}", merged.said);
    assert_eq!(seed(&class, "merged"), "7");
}

#[test]
fn inputs_are_drawn_from_the_seed_in_the_sandbox_too() {
    if !is_here() {
        return;
    }
    let class = Class::of("seed-inputs", &[]);
    class.hand_in("ada", "11-semaphore", &answer("11-semaphore/src/lib.rs"));
    // Right for lists as short as the other promises have.
    let few = answer("11-semaphore/src/lib.rs").replace("jobs: Vec<Job>", "mut jobs: Vec<Job>");
    let few = few.replace("-> Vec<Reply> {", "-> Vec<Reply> {\n    jobs.truncate(50);");
    class.hand_in("bob", "11-semaphore", &few);
    for (out, seed) in [("one", "7"), ("same", "7"), ("other", "8")] {
        let words = ["--exercise", "11", "--seed", seed];
        let graded = ran(&mut class.grader_with_any_seed(out, &words));
        assert_eq!(graded.code, Some(0), "{}", graded.said);
    }
    let last = |out: &str, student: &str| {
        let result = read(&class.result_file(out, student))["exercises"]["semaphore"].take();
        assert_eq!(result["status"], "ran", "{result:#}");
        let promises = result["promises"].as_array().unwrap();
        promises.last().unwrap().clone()
    };
    let ada = last("one", "ada");
    assert_eq!(ada["kept"], true, "{ada:#}");
    assert!(ada["report"]["cases"].as_u64() > Some(1), "{ada:#}");
    let bob = last("one", "bob");
    assert_eq!(bob["kept"], false, "{bob:#}");
    let command = "cargo xtask check 11 --seed 7";
    for report in ["html", "md"] {
        let report = |student| {
            fs::read_to_string(class.at(&format!("one/students/{student}.{report}"))).unwrap()
        };
        assert!(report("bob").contains(command) && !report("ada").contains(command));
    }
    // A finding of such a promise names its input.
    let finding = |promise: &serde_json::Value| promise["report"]["finding"].clone();
    assert_eq!(finding(&bob), finding(&last("same", "bob")));
    assert_ne!(finding(&bob), finding(&last("other", "bob")));
}

/// The seed of a class, which all that is kept of it has.
fn seed(class: &Class, out: &str) -> String {
    let file = fs::read_to_string(class.at(out).join("seed")).unwrap();
    let seed = read(&class.at(out).join("class.json"))["terms"]["seed"].to_string();
    assert_eq!(file.trim(), seed);
    for entry in fs::read_dir(class.at(out).join("results")).unwrap() {
        assert_eq!(read(&entry.unwrap().path())["seed"].to_string(), seed);
    }
    seed
}
