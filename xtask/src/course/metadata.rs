//! The cache of `cargo metadata`, used for as long as nothing that cargo reads for it has changed: to ask
//! cargo takes some fifteen milliseconds, a tenth of a whole check.

use super::members;
use crate::content_hash::ContentHash;
use crate::failure::Failure;
use crate::process;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use verdict::json::{self, Json};

/// What cargo knows of the workspace around `root`.
pub fn metadata(root: &Path) -> Result<Json, Failure> {
    let (path, key) = (path_of(root), key(root));
    let remembered = fs::read_to_string(&path).ok().and_then(|text| {
        let (of, text) = text.split_once('\n')?;
        // Half a file, of a runner that was killed, is no JSON.
        (of == key).then(|| json::parse(text.as_bytes()))?
    });
    if let Some(metadata) = remembered {
        return Ok(metadata);
    }
    let text = ask(root)?;
    let metadata = json::parse(&text).ok_or_else(|| Failure::machine("cargo gave no JSON"))?;
    // Before the first build there is no such folder, and nothing to hurry for either.
    let _ = fs::write(&path, [key.as_bytes(), b"\n", &text].concat());
    Ok(metadata)
}

/// `--no-deps`: nothing is resolved, so it needs no network.
fn ask(root: &Path) -> Result<Vec<u8>, Failure> {
    let output = process::cargo()
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::start("cargo", &error))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::machine(format!(
            "{}\n\n{}",
            members::refusal(root, &said),
            said.trim()
        )));
    }
    Ok(output.stdout)
}

fn path_of(root: &Path) -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    // All courses that share a target folder share this place too; the key tells them apart.
    root.join(target).join("course.json")
}

/// Everything that cargo goes by: manifests, which files there are to be found as targets, and what
/// may say where it builds.
fn key(root: &Path) -> String {
    let mut all = ContentHash::default();
    all.add(root.as_os_str().as_encoded_bytes());
    for variable in ["CARGO", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR", "CARGO_HOME"] {
        all.add(env::var_os(variable).unwrap_or_default().as_encoded_bytes());
    }
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let files =
        [root.join("Cargo.toml"), root.join(".cargo/config.toml"), home.join("config.toml")];
    all.add_files(files.into());
    for folder in ["exercises", "solutions"] {
        for package in names(&root.join(folder)) {
            let package = root.join(folder).join(package);
            all.add(package.as_os_str().as_encoded_bytes());
            all.add_files(vec![package.join("Cargo.toml")]);
            for targets in ["", "src", "tests", "examples"] {
                names(&package.join(targets)).iter().for_each(|name| all.add(name));
            }
        }
    }
    all.hex()
}

/// The names in a folder, sorted; none when there is no such folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
