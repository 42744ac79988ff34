//! The cache of verdicts. An answer that kept every promise is not run again as long as its program is the
//! same.
//!
//! A program's name has the contents of all that it was made of in it, and the environment counts too. (An
//! answer that reads a file of its own choice is not noticed.) What was not kept is tried again each time: it
//! may have been the machine's doing.

use super::promise::Promise;
use crate::content_hash::ContentHash;
use std::fs;
use std::path::{Path, PathBuf};
use verdict::json::{self, Json, JsonExt, array, object, text};
use verdict::report_protocol;

/// What became of the promises of `program` when they were all kept, on inputs drawn from `seed`.
pub fn load(program: &Path, seed: u64) -> Option<Vec<Promise>> {
    let said = fs::read(path_of(program)).ok()?;
    let (of, promises) = {
        let end = said.iter().position(|byte| *byte == b'\n')?;
        said.split_at(end + 1)
    };
    if of != key(program, seed).as_bytes() {
        return None;
    }
    // Half a file, of a runner that was killed, is no JSON.
    json::parse(promises)?.items().iter().map(read).collect()
}

/// Remembers them, if they were all kept.
pub fn save(program: &Path, seed: u64, promises: &[Promise]) {
    if promises.is_empty() || !promises.iter().all(Promise::kept) {
        return;
    }
    let all = json::pretty(&array(promises.iter().map(write)));
    // What is not remembered is tried again.
    let _ = fs::write(path_of(program), key(program, seed) + &all);
}

/// Beside the program: they are gone together.
fn path_of(program: &Path) -> PathBuf {
    program.with_file_name("verdict")
}

fn key(program: &Path, seed: u64) -> String {
    format!("{} {seed} {}\n", program.display(), environment())
}

/// The environment, which an answer may look at, in one word. What changes from one call to the next without
/// anybody's wish is left out, and so is cargo's own part.
fn environment() -> String {
    const NOISE: [&str; 6] = ["_", "PWD", "OLDPWD", "SHLVL", "COLUMNS", "LINES"];
    let mut all: Vec<_> = std::env::vars_os().collect();
    all.retain(|(name, _)| {
        let name = name.to_string_lossy();
        !NOISE.contains(&&*name) && !name.starts_with("CARGO")
    });
    all.sort();
    let mut contents = ContentHash::default();
    for (name, value) in all {
        contents.add(name.as_encoded_bytes());
        contents.add(value.as_encoded_bytes());
    }
    contents.hex()
}

fn write(promise: &Promise) -> Json {
    object([
        ("name", text(&promise.name)),
        ("printed", text(&promise.printed)),
        ("report", report_protocol::to_json(&promise.report)),
    ])
}

fn read(promise: &Json) -> Option<Promise> {
    Some(Promise {
        name: promise.at("name").text()?.to_owned(),
        place: None,
        report: report_protocol::from_json(promise.at("report"))?,
        judged: true,
        printed: promise.at("printed").text()?.to_owned(),
        claims_success: true,
    })
}
