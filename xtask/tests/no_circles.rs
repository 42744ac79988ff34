//! In each crate, no two files import from each other, by whatever way around.
//!
//! Files that need each other can only be understood, moved and tested together. What both need lies below
//! both.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const CRATES: [&str; 7] =
    ["judge", "recorder", "lab", "verdict", "xtask", "xtask/watch", "xtask/grade"];

#[test]
fn no_files_of_a_crate_import_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for name in CRATES {
        let mut files = BTreeMap::new();
        read(&root.join(name).join("src"), "", &mut files);
        assert!(files.len() > 1 || ["lab", "recorder"].contains(&name), "{name}: nothing was read");
        assert_eq!(circle(&files), None, "in {name}");
    }
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let files = |texts: &[(&str, &str)]| -> BTreeMap<String, String> {
        texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let tea = "use crate::pot::{self, Lid};\nuse std::fs;";
    let round =
        files(&[("tea", tea), ("pot", "use super::water;"), ("water", "crate::tea::brew()")]);
    assert_eq!(circle(&round), Some(["pot", "water", "tea", "pot"].map(str::to_owned).to_vec()));
    let nested =
        files(&[("a::b", "use super::c::C;"), ("a::c", "use crate::{a::b, d};"), ("d", "")]);
    assert!(circle(&nested).is_some());
    let line =
        files(&[("tea", tea), ("pot", "use super::water;"), ("water", "// use crate::tea;")]);
    assert_eq!(circle(&line), None);
    // A module and what is in it are one.
    assert_eq!(circle(&files(&[("a", "use b::B;"), ("a::b", "use super::A;")])), None);
}

/// The sources in `folder` by their modules, without tests and without comments.
fn read(folder: &Path, module: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let name = if module.is_empty() { stem.clone() } else { format!("{module}::{stem}") };
        if path.is_dir() {
            read(&path, &name, files);
        } else if path.extension().is_some_and(|end| end == "rs")
            && !["lib", "main", "tests"].contains(&stem.as_str())
            && !module.ends_with("tests")
        {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            files.insert(name, code.to_owned());
        }
    }
}

/// Modules that import each other in a ring, the first of them once more at the end.
fn circle(files: &BTreeMap<String, String>) -> Option<Vec<String>> {
    let graph: BTreeMap<&str, BTreeSet<&str>> =
        files.iter().map(|(name, text)| (name.as_str(), imports(name, text, files))).collect();
    let mut done = BTreeSet::new();
    graph.keys().find_map(|from| visit(from, &graph, &mut Vec::new(), &mut done))
}

fn visit<'a>(
    module: &'a str,
    graph: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    way: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<Vec<String>> {
    if let Some(at) = way.iter().position(|before| *before == module) {
        return Some(way[at..].iter().chain([&module]).map(|name| (*name).to_owned()).collect());
    }
    if !done.contains(module) {
        way.push(module);
        let found = graph[module].iter().find_map(|next| visit(next, graph, way, done));
        if found.is_some() {
            return found;
        }
        way.pop();
        done.insert(module);
    }
    None
}

/// The modules that `text`, of the module `own`, names by `crate::` or `super::`.
fn imports<'a>(own: &str, text: &str, files: &'a BTreeMap<String, String>) -> BTreeSet<&'a str> {
    let code: String = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .fold(String::new(), |all, line| all + line + "\n");
    let parent = own.rsplit_once("::").map_or("", |(parent, _)| parent);
    let mut found = BTreeSet::new();
    for (word, base) in [("crate::", ""), ("super::", parent)] {
        for (at, _) in code.match_indices(word) {
            let is_path =
                !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
            if is_path {
                for path in paths(&code[at + word.len()..]) {
                    found.extend(module_of(base, &path, files));
                }
            }
        }
    }
    let is_other = |other: &&str| {
        let (inner, outer) = (format!("{other}::"), format!("{own}::"));
        *other != own && !own.starts_with(&inner) && !other.starts_with(&outer)
    };
    found.into_iter().filter(is_other).collect()
}

/// What follows `crate::`: one path, or in braces several, each as far as its first brace.
fn paths(rest: &str) -> Vec<String> {
    let is_of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let path: String = rest.chars().take_while(|c| is_of_path(*c)).collect();
    let Some(inner) = rest[path.len()..].strip_prefix('{') else { return vec![path] };
    let inner = inner.split('}').next().unwrap_or_default();
    inner.split([',', '{']).map(|one| format!("{path}{}", one.trim())).collect()
}

/// The module that a path begins with, as far as there is a file of that name.
fn module_of<'a>(base: &str, path: &str, files: &'a BTreeMap<String, String>) -> Option<&'a str> {
    let whole = if base.is_empty() { path.to_owned() } else { format!("{base}::{path}") };
    let mut name = whole.trim_end_matches(':');
    loop {
        if let Some((known, _)) = files.get_key_value(name) {
            return Some(known);
        }
        name = name.rsplit_once("::")?.0;
    }
}
