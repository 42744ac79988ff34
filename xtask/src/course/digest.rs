//! Whether the files of an exercise that aren't the learner's are as the course has them.
//!
//! The solution's manifest keeps a digest of each, where `cargo xtask verify --digests` writes them:
//! a learner's edits don't reach it, and `cargo metadata` tells of it anyway.

use super::Exercise;
use crate::file_tree::add_rust_files;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use verdict::json::{Json, JsonExt};
use verdict::text::fingerprint;

/// A digest of each file, by its path from the exercise's folder with `/` on every system.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digests(BTreeMap<String, String>);

impl Digests {
    /// As the files in the folder `dir` are now: the manifest, the story's own code, the test of this
    /// name, and the model.
    pub fn of(dir: &Path, test: &str) -> Digests {
        let names =
            ["Cargo.toml".to_owned(), "src/given.rs".to_owned(), format!("tests/{test}.rs")];
        let mut files: Vec<PathBuf> = names.iter().map(|name| dir.join(name)).collect();
        add_rust_files(&dir.join("tests/model"), &mut files);
        let digest = |file: PathBuf| {
            let name = file.strip_prefix(dir).ok()?.to_string_lossy().replace('\\', "/");
            // Git changes line ends between systems.
            let text = fs::read(&file).ok()?.into_iter().filter(|byte| *byte != b'\r');
            Some((name, format!("{:016x}", fingerprint(text))))
        };
        Digests(files.into_iter().filter_map(digest).collect())
    }

    /// As a manifest's `[package.metadata.solution]` has them; none where it has none.
    pub(super) fn recorded(metadata: &Json) -> Digests {
        let Json::Object(members) = metadata.at("digests") else { return Digests::default() };
        let text =
            |(name, digest): (&String, &Json)| Some((name.clone(), digest.text()?.to_owned()));
        Digests(members.iter().filter_map(text).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a file of this name is one of them.
    pub fn has(&self, file: &str) -> bool {
        self.0.contains_key(file)
    }

    /// The line of a manifest that these are read from.
    pub fn line(&self) -> String {
        let digests = self.0.iter().map(|(name, digest)| format!("\"{name}\" = \"{digest}\""));
        format!("digests = {{ {} }}", digests.collect::<Vec<_>>().join(", "))
    }

    /// `manifest` with these digests in the place of those that it has.
    pub fn put_into(&self, manifest: &str) -> String {
        const TABLE: &str = "[package.metadata.solution]";
        let mut lines: Vec<&str> = manifest.lines().collect();
        lines.retain(|line| !line.starts_with("digests = "));
        let line = self.line();
        match lines.iter().position(|line| *line == TABLE) {
            Some(table) => {
                let body = lines[table + 1..].iter();
                let length =
                    body.take_while(|line| !line.is_empty() && !line.starts_with('[')).count();
                lines.insert(table + 1 + length, &line);
            }
            None => lines.extend(["", TABLE, &line]),
        }
        lines.join("\n") + "\n"
    }

    /// The files of these that aren't so in `now`.
    fn differing(&self, now: &Digests) -> Vec<String> {
        let differs = |(name, digest): &(&String, &String)| now.0.get(*name) != Some(*digest);
        self.0.iter().filter(differs).map(|(name, _)| name.clone()).collect()
    }
}

impl Exercise {
    /// The digests of its files as they are now.
    pub fn digests_now(&self) -> Digests {
        Digests::of(&self.dir, &self.crate_name())
    }

    /// Which of its files aren't as the course has them, from its folder. What the course doesn't have
    /// is the learner's own affair, and so is everything where the course has no digests.
    pub fn changed_files(&self) -> Vec<String> {
        self.digests.differing(&self.digests_now())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digests(files: &[(&str, &str)]) -> Digests {
        let own = |(name, digest): &(&str, &str)| ((*name).to_owned(), (*digest).to_owned());
        Digests(files.iter().map(own).collect())
    }

    #[test]
    fn a_manifest_gets_its_line_once_and_where_it_belongs() {
        let (old, new) = (digests(&[("Cargo.toml", "aa")]), digests(&[("tests/tea.rs", "bb")]));
        let without =
            "[package]\nname = \"tea\"\n\n[package.metadata.solution]\nstyles = []\n\n[lib]\n";
        let line = "digests = { \"Cargo.toml\" = \"aa\" }";
        let with = without.replace("styles = []\n", &format!("styles = []\n{line}\n"));
        assert_eq!(old.put_into(without), with);
        assert_eq!(old.put_into(&with), with);
        assert_eq!(new.put_into(&with), new.put_into(without));
        let table = format!("[package]\n\n[package.metadata.solution]\n{line}\n");
        assert_eq!(old.put_into("[package]\n"), table);
    }

    #[test]
    fn a_file_that_is_gone_differs_and_one_more_does_not() {
        let course =
            digests(&[("Cargo.toml", "aa"), ("src/given.rs", "bb"), ("tests/tea.rs", "cc")]);
        let now = digests(&[("Cargo.toml", "aa"), ("tests/more.rs", "dd"), ("tests/tea.rs", "ee")]);
        assert_eq!(course.differing(&now), ["src/given.rs", "tests/tea.rs"]);
        assert!(Digests::default().differing(&now).is_empty());
    }
}
