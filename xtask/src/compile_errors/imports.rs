//! Which `use` line makes a name known.

use super::given::Given;
use crate::compiler::Diagnostic;
use verdict::text::list;

/// Where the names are that this course uses. Of those that std and tokio both have, tokio's.
const PATHS: &[&str] = &[
    "anyhow::Context",
    "anyhow::anyhow",
    "anyhow::bail",
    "anyhow::ensure",
    "futures::FutureExt",
    "futures::StreamExt",
    "futures::TryStreamExt",
    "futures::future::BoxFuture",
    "futures::future::join_all",
    "futures::future::select_all",
    "futures::future::try_join_all",
    "futures::stream",
    "futures::stream::FuturesOrdered",
    "futures::stream::FuturesUnordered",
    "std::cmp::min",
    "std::collections::BTreeMap",
    "std::collections::HashMap",
    "std::collections::HashSet",
    "std::collections::VecDeque",
    "std::pin::Pin",
    "std::pin::pin",
    "std::sync::Arc",
    "std::time::Duration",
    "tokio::join",
    "tokio::runtime::Builder",
    "tokio::runtime::Handle",
    "tokio::runtime::Runtime",
    "tokio::select",
    "tokio::spawn",
    "tokio::sync::Mutex",
    "tokio::sync::Notify",
    "tokio::sync::RwLock",
    "tokio::sync::Semaphore",
    "tokio::sync::broadcast",
    "tokio::sync::broadcast::error::RecvError",
    "tokio::sync::mpsc",
    "tokio::sync::oneshot",
    "tokio::sync::watch",
    "tokio::task::JoinError",
    "tokio::task::JoinHandle",
    "tokio::task::JoinSet",
    "tokio::task::spawn_blocking",
    "tokio::task::yield_now",
    "tokio::time::Instant",
    "tokio::time::interval",
    "tokio::time::sleep",
    "tokio::time::sleep_until",
    "tokio::time::timeout",
    "tokio::time::timeout_at",
    "tokio::try_join",
];

/// How many lines are named at the most.
const MOST: usize = 4;

/// The `use` lines for all names that these errors miss.
pub(super) fn missing<'a>(
    errors: impl Iterator<Item = &'a Diagnostic>,
    given: &Given,
) -> Option<String> {
    let mut uses = Vec::new();
    for error in errors.filter(|error| says_unknown(error)) {
        let names = names(&error.headline).into_iter();
        for path in names.filter_map(|name| path_of(last(name), given)) {
            let line = format!("`use {path};`");
            if !uses.contains(&line) {
                uses.push(line);
            }
        }
    }
    let is_std_sleep = |line: &String| line == "`use tokio::time::sleep;`";
    let not = match uses.iter().any(is_std_sleep) {
        true => " (The `sleep` of std would block the thread.)",
        false => "",
    };
    let lines = list(&uses, uses.len().min(MOST));
    (!uses.is_empty()).then(|| format!("At the top of the file, add {lines}.{not}"))
}

/// Where the name is that a module doesn't have.
pub(super) fn elsewhere(error: &Diagnostic, given: &Given) -> Option<String> {
    let name = last(names(&error.headline).first()?);
    if let Some(owner) = given.owner(name) {
        return Some(format!(
            "`{name}` is a method of `{owner}`: `value.{name}(…)`, without a path."
        ));
    }
    path_of(name, given).map(|path| format!("It is elsewhere: `{path}`."))
}

/// How a case of an enum is written that was named alone.
pub(super) fn case(error: &Diagnostic, given: &Given) -> Option<String> {
    let name = *names(&error.headline).first()?;
    if ["Lagged", "Closed"].contains(&name) {
        return Some(
            "A case of an enum stands behind the enum's name: `RecvError::Lagged(n)`, `RecvError::Closed`, with \
             `use tokio::sync::broadcast::error::RecvError;` at the top of the file."
                .to_owned(),
        );
    }
    let case = given.case(name)?;
    Some(format!("A case of an enum stands behind the enum's name: {case}."))
}

/// What is known of the type that an error is about, where the exercise gives it.
pub(super) fn definition(error: &Diagnostic, given: &Given) -> Option<String> {
    let names = names(&error.headline);
    let (member, types) = names.split_first()?;
    if given.has_function(member) && error.headline.contains("no method named") {
        return Some(format!(
            "`{member}` is a function, not a method: `use given::{member};`, and then `{member}(…)`."
        ));
    }
    let of = |name: &&str| {
        let name = name.trim_start_matches('&');
        // Where a type holds others, what is missing may be theirs.
        if name.contains('<') { None } else { given.definition(last(name)) }
    };
    let definition = types.iter().chain([member]).find_map(of)?;
    let copies = match *member {
        "clone" | "to_owned" => {
            " It can't be cloned: hand on the one that there is, or lend it with `&`."
        }
        _ => "",
    };
    Some(definition + copies)
}

fn path_of(name: &str, given: &Given) -> Option<String> {
    if given.has(name) {
        return Some(format!("given::{name}"));
    }
    PATHS.iter().find(|path| last(path) == name).map(|path| (*path).to_owned())
}

fn says_unknown(error: &Diagnostic) -> bool {
    let words = ["cannot find ", "unresolved import", "failed to resolve", "use of undeclared"];
    let elsewhere = [" in module ", " in crate ", " in `"];
    words.iter().any(|it| error.headline.contains(it))
        && !elsewhere.iter().any(|it| error.headline.contains(it))
}

/// What stands between backticks.
fn names(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The last part of a path.
fn last(path: &str) -> &str {
    path.rsplit("::").next().unwrap_or(path)
}
