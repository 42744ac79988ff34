//! `cargo xtask grade merge`: the parts of a class that several machines graded, as one.
//!
//! Nothing is graded: the order of the parts does not matter, and merging again changes nothing.

use super::lost_grades::Coverage;
use crate::cli::Merge;
use crate::outputs;
use crate::results::Graded;
use crate::shard::Shard;
use crate::store::{Class, ResultsKind, Store};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use xtask::Outcome;
use xtask::course::Course;
use xtask::failure::Failure;
use xtask::report;

/// Where a part is, its results, and who is in it.
type Part = (PathBuf, Store, Class);

pub fn run(asked: &Merge) -> Result<Outcome, Failure> {
    each_once(asked)?;
    let parts = asked.parts.iter().map(|part| open(part)).collect::<Result<Vec<_>, _>>()?;
    let Some(first) = parts.first() else {
        return Err(Failure::usage("there is nothing to merge"));
    };
    let Class { syllabus, conditions, title, .. } = first.2.clone();
    parts[1..].iter().try_for_each(|part| check_compatible(first, part))?;
    all_there(&parts)?;
    let out = Store::open(&asked.out)?;
    // Whose result stands where. All is looked at before anything is changed.
    let mut owners: BTreeMap<String, &Part> = BTreeMap::new();
    let mut coverage = Coverage::of_results(&syllabus);
    for part in &parts {
        for id in &part.2.students {
            let graded = result(part, id)?;
            if let Some(owner) = owners.insert(id.clone(), part)
                && result(owner, id)? != graded
            {
                return Err(Failure::usage(format!(
                    "{id} has one result in {} and another in {}",
                    owner.0.display(),
                    part.0.display()
                )));
            }
            coverage.add_result(&graded);
        }
    }
    if let Some(loss) = coverage.loss(&out)? {
        return Err(Failure::usage(loss));
    }
    out.save_seed(conditions.seed)?;
    for (id, part) in &owners {
        out.save_sources(id, &part.1.sources(id))?;
        out.save(ResultsKind::Results, &result(part, id)?, &syllabus)?;
    }
    let students: Vec<String> = owners.into_keys().collect();
    let class = Class { syllabus, conditions, students, shard: None, title };
    out.save_class(&class)?;
    let summary = outputs::write(&out, &class, &Course::here()?, asked.missing_as)?;
    report::print_text(&summary.to_string());
    Ok(Outcome::Good)
}

/// What a part has of a student.
fn result((path, store, _): &Part, id: &str) -> Result<Graded, Failure> {
    store.load(ResultsKind::Results, id).ok_or_else(|| {
        Failure::machine(format!(
            "{} has no result of {id}: that part is not finished. Run it again, then merge",
            path.display()
        ))
    })
}

/// Two parts were graded in the same, by the same.
fn check_compatible((one, _, class): &Part, (other, _, others): &Part) -> Result<(), Failure> {
    let (one, other) = (one.display(), other.display());
    if class.syllabus != others.syllabus {
        return Err(Failure::usage(format!(
            "{one} and {other} were not graded by the same exercises, promises and points"
        )));
    }
    match class.conditions.difference(&others.conditions) {
        None => Ok(()),
        Some(difference) => Err(Failure::usage(format!(
            "{one} and {other} were not graded alike. What differs: {difference}. Grade one of them again \
             with the course, the compiler, the sandbox and the seed (--seed) of the other, then merge"
        ))),
    }
}

/// No part is named twice, or is where the whole is to go: to its lock, either would look like another
/// run at work.
fn each_once(asked: &Merge) -> Result<(), Failure> {
    let same = |one: &Path, other: &Path| match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        // What is not there is reported when it is opened.
        _ => false,
    };
    for (index, part) in asked.parts.iter().enumerate() {
        if asked.parts[..index].iter().any(|other| same(other, part)) {
            return Err(Failure::usage(format!("{} is named twice", part.display())));
        }
        if same(part, &asked.out) {
            return Err(Failure::usage(format!(
                "{} is one of the parts. Name another folder with --out",
                asked.out.display()
            )));
        }
    }
    Ok(())
}

/// Parts of a class by `--shard` are the same class's, and none is missing.
fn all_there(parts: &[Part]) -> Result<(), Failure> {
    let shards = parts.iter().filter_map(|(.., class)| class.shard.as_deref());
    let shards = shards.map(str::parse).collect::<Result<Vec<Shard>, _>>()?;
    let Some(first) = shards.first() else { return Ok(()) };
    match first.siblings().find(|sibling| !shards.contains(sibling)) {
        Some(missing) => Err(Failure::usage(format!(
            "part {missing} is missing. Grade it with --shard {missing}, then merge all parts"
        ))),
        None => Ok(()),
    }
}

fn open(path: &Path) -> Result<Part, Failure> {
    // Opening would make a folder where a name is mistyped.
    if !path.join("class.json").is_file() {
        let path = path.display();
        return Err(Failure::usage(format!(
            "{path} holds no class that is graded to the end: it has no class.json. Run that part \
             again, then merge"
        )));
    }
    let store = Store::open(path)?;
    let class = store.class().ok_or_else(|| {
        Failure::machine(format!(
            "{}/class.json is damaged, or of another version of the grader. Run that part again, then merge",
            path.display()
        ))
    })?;
    Ok((path.to_owned(), store, class))
}
