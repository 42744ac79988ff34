//! The wholesaler's index of this story. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// How long nothing has to be typed before a search begins.
pub const QUIET: Duration = Duration::from_millis(300);

/// The index of all medicines. A clone of it is the same index.
#[derive(Clone, Default)]
pub struct Index {
    /// The texts whose search doesn't take a second.
    takes: BTreeMap<String, Duration>,
}

/// What the index suggests for a text. Only a search that came to its end makes one.
#[derive(Debug, PartialEq, Eq)]
pub struct Suggestion {
    text: String,
}

impl Index {
    /// An index that takes a second for each search.
    pub fn new() -> Index {
        Index::default()
    }

    /// The same index, with other times for the searches for these texts.
    pub fn with_times(times: impl IntoIterator<Item = (String, Duration)>) -> Index {
        Index { takes: times.into_iter().collect() }
    }

    /// Searches for a medicine whose name begins with `text`. Usually takes a second. As with every
    /// future, nothing happens until it is polled, and dropping it breaks off the search.
    pub async fn search(&self, text: &str) -> Suggestion {
        let takes = self.takes.get(text).copied().unwrap_or(SECOND);
        fetch(format!("search for \"{text}\""), takes).await;
        let suggestion = Suggestion { text: text.to_owned() };
        say!("{suggestion}");
        suggestion
    }
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the index")
    }
}

impl Suggestion {
    /// The text that was searched for.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Suggestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known = ["amoxicillin", "aspirin", "ibuprofen", "metformin", "omeprazole"];
        match known.iter().find(|name| name.starts_with(&self.text)) {
            Some(name) => write!(f, "\"{}\": perhaps {name}?", self.text),
            None => write!(f, "\"{}\": nothing begins like that", self.text),
        }
    }
}
