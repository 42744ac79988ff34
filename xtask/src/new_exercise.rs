//! Creates the two folders of a new exercise, sound but for what only an author can write. Those places are
//! marked.

use crate::atomic_files;
use crate::course::digest::Digests;
use crate::course::{Course, members};
use crate::failure::Failure;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// What an author has to put something in the place of.
pub const TODO_MARK: &str = "TODO(author)";

macro_rules! template {
    ($name:literal) => {
        include_str!(concat!("../templates/", $name))
    };
}

/// Where each file goes, below the exercise's folder or the solution's, and what it is made from.
const EXERCISE: [(&str, &str); 8] = [
    ("Cargo.toml", template!("exercise/Cargo.toml")),
    ("README.md", template!("exercise/README.md")),
    ("hints.md", template!("exercise/hints.md")),
    ("src/lib.rs", template!("exercise/lib.rs")),
    ("src/given.rs", template!("exercise/given.rs")),
    ("tests/{crate}.rs", template!("exercise/promises.rs")),
    ("tests/model/mod.rs", template!("exercise/model.rs")),
    ("examples/live.rs", template!("exercise/live.rs")),
];
const SOLUTION: [(&str, &str); 4] = [
    ("Cargo.toml", template!("solution/Cargo.toml")),
    ("start.rs", template!("exercise/lib.rs")),
    ("src/lib.rs", template!("solution/lib.rs")),
    ("src/given.rs", template!("solution/given.rs")),
];

/// Names that mean something else to whoever compiles an exercise.
const TAKEN: [&str; 14] = [
    "alloc",
    "anyhow",
    "core",
    "futures",
    "judge",
    "lab",
    "recorder",
    "std",
    "test",
    "tokio",
    "verdict",
    "xtask",
    "xtask-grade",
    "xtask-watch",
];

/// Words of the language, which no crate can be called (the 2024 edition's, kept ones included).
const KEYWORDS: &str = "abstract as async await become box break const continue crate do dyn else \
    enum extern false final fn for gen if impl in let loop macro match mod move mut override priv \
    pub ref return self static struct super trait true try type typeof unsafe unsized use virtual \
    where while yield";

/// An exercise that was made.
pub struct NewExercise {
    /// `05 · Events`.
    pub heading: String,
    pub number: String,
    /// From the course's root, in the order in which an author fills them.
    pub files: Vec<String>,
}

/// Makes the two folders of an exercise called `slug`, after the last of the course.
pub fn make(course: &Course, slug: &str) -> Result<NewExercise, Failure> {
    let number = course.exercises().iter().filter_map(|e| e.number.parse::<u32>().ok()).max();
    let number = format!("{:02}", number.unwrap_or(0) + 1);
    may_be_called(course, slug)?;
    let title = title(slug);
    let filled = |text: &str| {
        let text = text.replace("{number}", &number).replace("{slug}", slug);
        text.replace("{title}", &title).replace("{crate}", &slug.replace('-', "_"))
    };
    let folder = format!("{number}-{slug}");
    let mut files = Vec::new();
    let exercise = course.root().join("exercises").join(&folder);
    // The exercise comes first: the solution's manifest has the digests of its files.
    for (home, templates) in [("exercises", &EXERCISE[..]), ("solutions", &SOLUTION)] {
        for (name, text) in templates {
            let file = format!("{home}/{folder}/{}", filled(name));
            let text = match (home, *name) {
                ("solutions", "Cargo.toml") => {
                    Digests::of(&exercise, &filled("{crate}")).put_into(&filled(text))
                }
                _ => filled(text),
            };
            write(&course.root().join(&file), &text)?;
            files.push(file);
        }
    }
    // Last: a folder that isn't listed disturbs nobody, while one that is listed has to be whole.
    list(course, &folder)?;
    Ok(NewExercise { heading: format!("{number} · {title}"), number, files })
}

/// Puts both folders into the list of the course's members.
fn list(course: &Course, folder: &str) -> Result<(), Failure> {
    let manifest = course.root().join("Cargo.toml");
    let before =
        fs::read_to_string(&manifest).map_err(|error| Failure::file("read", &manifest, &error))?;
    let (exercise, solution) = (format!("exercises/{folder}"), format!("solutions/{folder}"));
    let after = members::with(&before, &exercise).and_then(|text| members::with(&text, &solution));
    let after = after.ok_or_else(|| {
        Failure::machine(format!(
            "`members` in Cargo.toml has no line for each exercise. Add these two: \"{exercise}\" and \
             \"{solution}\"."
        ))
    })?;
    let temporary = manifest.with_extension("toml.new");
    atomic_files::replace(&manifest, after.as_bytes(), &temporary)
        .map_err(|error| Failure::file("write", &manifest, &error))
}

fn may_be_called(course: &Course, slug: &str) -> Result<(), Failure> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let well_formed = slug.starts_with(|c: char| c.is_ascii_lowercase())
        && slug.chars().all(letters)
        && !slug.ends_with('-')
        && !slug.contains("--");
    if !well_formed {
        return Err(Failure::usage(format!(
            "\"{slug}\" cannot name an exercise. Small letters, digits and single hyphens can, from a \
             letter on: `cargo xtask new try-join`."
        )));
    }
    if KEYWORDS.split(' ').any(|word| word == slug) {
        return Err(Failure::usage(format!(
            "\"{slug}\" is a word of Rust itself, and no crate can be called so. Give it another name."
        )));
    }
    if TAKEN.contains(&slug) || course.exercises().iter().any(|exercise| exercise.slug == slug) {
        return Err(Failure::usage(format!("\"{slug}\" is taken. Give it another name.")));
    }
    Ok(())
}

/// `try-join` as `Try join`.
fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let (first, rest) = words.split_at(1);
    first.to_uppercase() + rest
}

/// Writes a file that is not there yet.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error| Failure::file("write", path, &error);
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(failed)?;
    let mut file = File::create_new(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_what_the_slug_says() {
        assert_eq!([title("events"), title("try-join")], ["Events", "Try join"]);
    }
}
