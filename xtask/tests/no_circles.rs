//! In each crate, no module imports one that imports it, by whatever way around.
//!
//! Modules that need each other can only be understood, moved and tested together. What both need lies below
//! both. The compiler allows such circles within a crate, so it doesn't tell.
//!
//! An import is a path that begins with `crate` or `super`, outside of tests. It counts where the two modules
//! part: `course::digest` that uses `sources::walk` makes `course` import `sources`. A module and what is in
//! it belong together, and may use each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn no_modules_of_a_crate_import_each_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let outer = folders(root);
    let inner = outer.iter().flat_map(|folder| folders(folder));
    let crates: Vec<PathBuf> = outer.iter().cloned().chain(inner).collect();
    let mut found = Vec::new();
    for folder in crates.iter().filter(|folder| folder.join("Cargo.toml").is_file()) {
        let mut modules = BTreeMap::new();
        read(&folder.join("src"), "", &mut modules);
        let name = folder.strip_prefix(root).unwrap().display().to_string();
        assert!(
            modules.len() > 1 || !["judge", "xtask", "xtask/grade"].contains(&&*name),
            "{name}"
        );
        found.extend(circle(&modules).map(|circle| format!("{name}: {circle}")));
    }
    assert!(crates.iter().any(|folder| folder.ends_with("xtask/grade")), "{crates:?}");
    assert!(found.is_empty(), "modules import each other\n{}", found.join("\n"));
}

#[test]
fn a_circle_is_found_and_named_however_it_is_written() {
    let tea = "use crate::{cup, pot::{self, Lid}, spoon};\nuse std::fs;";
    let modules =
        [("tea", tea), ("pot", "use super::water;"), ("water", "fn f() { crate::tea::brew() }")];
    assert_eq!(
        circle_of(&modules).as_deref(),
        Some("pot → water → tea → pot (pot uses water, water uses tea, tea uses pot)")
    );
    assert!(circle_of(&[("tea", tea), ("spoon", "use crate::tea;")]).is_some());
    let nested = [("a::b", "use super::c::C;"), ("a::c", "use crate::{a::b, d};"), ("d", "")];
    assert!(circle_of(&nested).is_some());
    let below = [("a::b", ""), ("a::b::c", "use super::super::d;"), ("a::d", "use super::b::B;")];
    assert!(circle_of(&below).is_some());
    let after_a_test = "#[cfg(test)]\nmod tests;\nuse crate::tea;";
    assert!(circle_of(&[("tea", tea), ("pot", after_a_test)]).is_some());
}

#[test]
fn a_circle_of_folders_is_found() {
    let modules = [
        ("course", ""),
        ("course::digest", "use crate::sources::walk;"),
        ("sources", "use crate::course::Course;"),
    ];
    assert_eq!(
        circle_of(&modules).as_deref(),
        Some("course → sources → course (course::digest uses sources, sources uses course)")
    );
}

#[test]
fn what_is_no_import_makes_no_circle() {
    let tea = "use crate::pot;";
    assert_eq!(circle_of(&[("tea", tea), ("pot", "// use crate::tea;")]), None);
    let test = "#[cfg(test)]\nmod tests {\n    use crate::tea;\n}\n";
    assert_eq!(circle_of(&[("tea", tea), ("pot", test)]), None);
    // A module and what is in it are one.
    assert_eq!(circle_of(&[("a", "use crate::a::b::B;"), ("a::b", "use super::A;")]), None);
}

fn circle_of(modules: &[(&str, &str)]) -> Option<String> {
    circle(&modules.iter().map(|(name, text)| ((*name).to_owned(), code(text))).collect())
}

fn folders(of: &Path) -> BTreeSet<PathBuf> {
    let entries = fs::read_dir(of).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_dir() && !path.ends_with("target")).collect()
}

/// The modules in `folder` and their code, without those of tests.
fn read(folder: &Path, module: &str, modules: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let name = if module.is_empty() { stem.clone() } else { format!("{module}::{stem}") };
        if ["lib", "main", "tests"].contains(&stem.as_str()) {
            continue;
        } else if path.is_dir() {
            read(&path, &name, modules);
        } else if path.extension().is_some_and(|end| end == "rs") {
            modules.insert(name, code(&fs::read_to_string(&path).unwrap()));
        }
    }
}

/// A formatted source without comments, and without the items that are there for tests only.
fn code(text: &str) -> String {
    let mut code = String::new();
    let mut lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    while let Some(line) = lines.next() {
        let Some(indent) = line.strip_suffix("#[cfg(test)]") else {
            code += line;
            code.push('\n');
            continue;
        };
        let end = format!("{indent}}}");
        let _ = lines.find(|line| {
            line.ends_with(';')
                && line.starts_with(indent)
                && !line[indent.len()..].starts_with(' ')
                || *line == end
        });
    }
    code
}

/// A circle of imports, if there is one: which modules are in it, and the import behind each step.
fn circle(modules: &BTreeMap<String, String>) -> Option<String> {
    let mut graph: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (module, text) in modules {
        for used in imports(module, text, modules) {
            let (own, other): (Vec<&str>, Vec<&str>) =
                (module.split("::").collect(), used.split("::").collect());
            // Without a parting, one of them is in the other.
            let Some(parted) = own.iter().zip(&other).position(|(one, two)| one != two) else {
                continue;
            };
            let (from, to) = (own[..=parted].join("::"), other[..=parted].join("::"));
            graph.entry(from).or_default().insert(to, format!("{module} uses {used}"));
        }
    }
    let mut done = BTreeSet::new();
    graph.keys().find_map(|from| visit(from, &graph, &mut Vec::new(), &mut done))
}

fn visit<'a>(
    module: &'a str,
    graph: &'a BTreeMap<String, BTreeMap<String, String>>,
    way: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<String> {
    if let Some(at) = way.iter().position(|before| *before == module) {
        let steps: Vec<&str> = way[at..].iter().copied().chain([module]).collect();
        let why: Vec<&str> = steps.windows(2).map(|step| &*graph[step[0]][step[1]]).collect();
        return Some(format!("{} ({})", steps.join(" → "), why.join(", ")));
    }
    if !done.insert(module) {
        return None;
    }
    way.push(module);
    let next = graph.get(module).into_iter().flat_map(BTreeMap::keys);
    let found = next.into_iter().find_map(|next| visit(next, graph, way, done));
    way.pop();
    found
}

/// The modules that `text`, of the module `own`, names by `crate::` or `super::`.
fn imports<'a>(own: &str, text: &str, modules: &'a BTreeMap<String, String>) -> BTreeSet<&'a str> {
    let is_of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let mut found = BTreeSet::new();
    for start in ["crate::", "super::"] {
        for (at, _) in text.match_indices(start) {
            if text[..at].ends_with(is_of_path) {
                continue;
            }
            let mut rest = &text[at..];
            let mut base: Vec<&str> =
                if start == "crate::" { vec![] } else { own.split("::").collect() };
            rest = rest.strip_prefix("crate::").unwrap_or(rest);
            while let Some(inner) = rest.strip_prefix("super::") {
                base.pop();
                rest = inner;
            }
            let mut paths = Vec::new();
            branches(
                &base.iter().map(|part| format!("{part}::")).collect::<String>(),
                &mut rest,
                &mut paths,
            );
            found.extend(paths.iter().filter_map(|path| module_of(path, modules)));
        }
    }
    found
}

/// What `rest` begins with: one path, or in braces several.
fn branches(base: &str, rest: &mut &str, paths: &mut Vec<String>) {
    let is_of_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let end = rest.find(|c| !is_of_path(c)).unwrap_or(rest.len());
    let path = format!("{base}{}", &rest[..end]);
    *rest = &rest[end..];
    let Some(inner) = rest.strip_prefix('{') else { return paths.push(path) };
    *rest = inner.trim_start();
    while !rest.is_empty() && !rest.starts_with('}') {
        branches(&path, rest, paths);
        // `as another_name` is no part of a path.
        *rest = rest.trim_start_matches(|c| c != ',' && c != '}');
        *rest = rest.trim_start_matches(',').trim_start();
    }
    *rest = rest.get(1..).unwrap_or_default();
}

/// The module that a path begins with, as far as there is a file of that name.
fn module_of<'a>(path: &str, modules: &'a BTreeMap<String, String>) -> Option<&'a str> {
    let mut name = path.trim_end_matches(':');
    loop {
        if let Some((known, _)) = modules.get_key_value(name) {
            return Some(known);
        }
        name = name.rsplit_once("::")?.0;
    }
}
