//! The list of members in the course's manifest: which folders cargo takes for exercises and solutions.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const HOMES: [&str; 2] = ["exercises", "solutions"];

/// The folders of exercises and solutions that `manifest` lists, such as `exercises/01-gather`.
fn listed(manifest: &str) -> Vec<String> {
    let lines = manifest.lines().map(|line| line.split('#').next().unwrap_or_default());
    let list = lines.skip_while(|line| !line.starts_with("members = ["));
    let list: String = list.flat_map(|line| [line, "\n"]).collect();
    let list = list.split(']').next().unwrap_or_default();
    let names = list.split('"').skip(1).step_by(2);
    let in_a_home =
        |name: &&str| name.split_once('/').is_some_and(|(home, _)| HOMES.contains(&home));
    names.filter(in_a_home).map(str::to_owned).collect()
}

/// `manifest` with `folder` in its list, after the others of its kind; `None` where it has no list with a
/// line for each.
pub fn with(manifest: &str, folder: &str) -> Option<String> {
    let (home, _) = folder.split_once('/')?;
    let own_line = |line: &&str| line.trim_start().starts_with(&format!("\"{home}/"));
    let last = manifest.lines().rfind(own_line)?;
    Some(manifest.replacen(last, &format!("{last}\n    \"{folder}\","), 1))
}

/// In what the list differs from the folders that are there. A folder without a manifest is nobody's.
pub fn faults(root: &Path) -> Vec<String> {
    let listed = listed(&fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default());
    let mut faults = Vec::new();
    for [home, other] in [HOMES, [HOMES[1], HOMES[0]]] {
        let entries = fs::read_dir(root.join(home)).into_iter().flatten().flatten();
        let packages = entries.filter(|entry| entry.path().join("Cargo.toml").is_file());
        let mut names: Vec<String> =
            packages.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        for name in names {
            let folder = format!("{home}/{name}");
            if !listed.contains(&folder) {
                faults.push(format!(
                    "Cargo.toml: members doesn't list {folder}, so no command sees it. Add it there, or \
                     delete the folder"
                ));
            } else if !listed.contains(&format!("{other}/{name}")) {
                faults.push(format!("Cargo.toml: members lists {folder}, but not {other}/{name}. Add that one, or remove \
                     {folder}"));
            }
        }
    }
    faults
}

/// Why cargo refuses the course's manifests, as far as what it `said` names a folder of the list, and the
/// way out.
pub fn refusal(root: &Path, said: &str) -> String {
    let listed = listed(&fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default());
    let said = said.replace('\\', "/");
    // `exercises/01-gather` also begins the name of `exercises/01-gather copy`.
    let is_named = |folder: &&String| {
        said.match_indices(folder.as_str())
            .any(|(at, _)| said[at + folder.len()..].starts_with(['/', '`']))
    };
    let named: Vec<&String> = listed.iter().filter(is_named).collect();
    match named.as_slice() {
        [] => "cargo can't read the course's manifests.".to_owned(),
        [one, other] if said.contains("two packages named") => format!(
            "{one} and {other} have the same package name, and each needs its own. Change `name` in one \
             Cargo.toml, or remove one of them from `members` in the course's Cargo.toml."
        ),
        [folder, ..] => {
            let manifest = format!("{folder}/Cargo.toml");
            // Of a folder that is there, nothing else is fetched back: it has somebody's answer in it.
            let lost = if root.join(folder).is_dir() { &manifest } else { *folder };
            let mut words = match root.join(&manifest).exists() {
                true => format!("cargo can't read {manifest}."),
                false => format!(
                    "{folder} has no Cargo.toml, but the course's Cargo.toml lists it in `members`."
                ),
            };
            let _ = write!(
                words,
                " To get it back: git checkout -- :/{lost}. To go on without it, delete the line \
                 \"{folder}\" from `members`: every other exercise then works."
            );
            words
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = "[workspace]\nmembers = [\n    \"lab\",\n    # Not \"exercises/*\".\n    \
                            \"exercises/01-tea\",\n    \"solutions/01-tea\",\n]\ndefault-members = \
                            [\"exercises/09-no\"]\n";

    #[test]
    fn what_is_listed_is_found_however_it_is_written() {
        assert_eq!(listed(MANIFEST), ["exercises/01-tea", "solutions/01-tea"]);
        assert_eq!(
            listed("members = [\"lab\", \"exercises/01-tea\"] # All."),
            ["exercises/01-tea"]
        );
        assert!(listed("[package]\n").is_empty());
    }

    #[test]
    fn a_folder_goes_behind_the_last_of_its_kind() {
        let with_both =
            with(&with(MANIFEST, "exercises/02-pot").unwrap(), "solutions/02-pot").unwrap();
        let all = ["exercises/01-tea", "exercises/02-pot", "solutions/01-tea", "solutions/02-pot"];
        assert_eq!(listed(&with_both), all);
        assert_eq!(with("members = [\"exercises/*\"]\n", "exercises/02-pot"), None);
    }
}
