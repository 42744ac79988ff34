//! What the compiler says, read from its JSON.

use std::path::Path;
use verdict::json::{Json, Look};

/// One thing that the compiler said.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub is_error: bool,
    /// As the compiler would print it.
    pub rendered: String,
    /// `exercises/01-gather/src/lib.rs:7:5`, where it points first.
    pub place: Option<String>,
    /// Whether it is about the tests rather than about the learner's file.
    pub in_tests: bool,
}

impl Diagnostic {
    /// Whether it is an error in the code: one that points at no line is about something else, such as a
    /// full disk or a linker that is missing.
    pub fn is_in_code(&self) -> bool {
        self.is_error && self.place.is_some()
    }
}

/// What the compiler said in a line of JSON; `None` of what is no error or warning, and of summaries.
pub fn diagnostic(said: &Json, in_tests: bool) -> Option<Diagnostic> {
    let is_error = match said.at("level").text()? {
        "error" | "error: internal compiler error" => true,
        "warning" => false,
        _ => return None,
    };
    let spans = said.at("spans").items();
    let primary = spans.iter().find(|span| *span.at("is_primary") == Json::Boolean(true));
    // "aborting due to 2 previous errors" and "2 warnings emitted" point nowhere and say nothing.
    let names_nothing =
        primary.is_none() && said.at("code").is_null() && said.at("children").items().is_empty();
    if names_nothing && is_summary(said.at("message").text()?) {
        return None;
    }
    let place = primary.and_then(|span| {
        let file = span.at("file_name").text()?;
        Some(format!(
            "{}:{}:{}",
            clean(file),
            span.at("line_start").whole()?,
            span.at("column_start").whole()?
        ))
    });
    let rendered = said.at("rendered").text()?.trim_end().to_owned();
    Some(Diagnostic { is_error, rendered, place, in_tests })
}

fn is_summary(text: &str) -> bool {
    text.starts_with("aborting due to") || text.ends_with("emitted")
}

/// With `/` on every system: it is to be clicked on, and to look the same everywhere.
fn clean(file: &str) -> String {
    Path::new(file).to_string_lossy().replace('\\', "/")
}
