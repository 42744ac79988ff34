//! What the compiler says, read from its JSON.

use std::path::Path;
use verdict::json::{Json, JsonExt};

/// One thing that the compiler said.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub is_error: bool,
    /// `E0277`, where it has a code.
    pub code: Option<String>,
    /// What it says first, without code or place.
    pub headline: String,
    /// All that it says in words, without code: of the error, and of its notes and helps.
    pub words: String,
    /// The lines of code that it points at first.
    pub code_lines: String,
    /// As the compiler would print it.
    pub rendered: String,
    /// `exercises/01-gather/src/lib.rs:7:5`, where it points first.
    pub place: Option<String>,
    /// Whether it is about the tests rather than about the learner's file.
    pub in_tests: bool,
}

impl Diagnostic {
    /// An error of tests that never reached the compiler.
    pub fn of_tests(text: String) -> Diagnostic {
        let (code, place, in_tests) = (None, None, true);
        let (headline, words) = (text.clone(), text.clone());
        let code_lines = String::new();
        let rendered = text;
        Diagnostic { is_error: true, code, headline, words, code_lines, rendered, place, in_tests }
    }

    /// What the compiler said without colours.
    pub fn plain(&self) -> String {
        anstream::adapter::strip_str(&self.rendered).to_string()
    }

    /// Whether it is about a library that is damaged or missing, whatever the code.
    pub fn is_about_a_library(&self) -> bool {
        let codes = ["E0460", "E0461", "E0462", "E0464", "E0514", "E0786"];
        let starts = ["extern location for "];
        let parts = ["required to be available in rlib format"];
        self.is_error
            && (self.code.as_deref().is_some_and(|code| codes.contains(&code))
                || starts.iter().any(|start| self.headline.starts_with(start))
                || parts.iter().any(|part| self.headline.contains(part)))
    }

    /// Whether it warns of a future in the answer that is created and thrown away.
    pub fn is_future_not_awaited(&self) -> bool {
        !self.is_error
            && !self.in_tests
            && self.code.as_deref() == Some("unused_must_use")
            && self.words.contains("futures do nothing")
    }

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
    // What a macro of another crate makes is shown where the macro is called.
    let called = std::iter::successors(primary, |span| {
        Some(span.at("expansion").at("span")).filter(|outer| !outer.is_null())
    });
    let called = called.last();
    let lines = called.iter().flat_map(|span| span.at("text").items());
    let code_lines: Vec<&str> = lines.filter_map(|line| line.at("text").text()).collect();
    let code_lines = code_lines.join("\n");
    let place = called.and_then(|span| {
        let file = span.at("file_name").text()?;
        Some(format!(
            "{}:{}:{}",
            clean(file),
            span.at("line_start").whole()?,
            span.at("column_start").whole()?
        ))
    });
    let rendered = said.at("rendered").text()?.trim_end().to_owned();
    let code = said.at("code").at("code").text().map(str::to_owned);
    let headline = said.at("message").text()?.to_owned();
    let words = words(said);
    Some(Diagnostic { is_error, code, headline, words, code_lines, rendered, place, in_tests })
}

fn words(said: &Json) -> String {
    let labels = said.at("spans").items().iter().map(|span| span.at("label"));
    let own = [said.at("message")].into_iter().chain(labels).filter_map(Json::text);
    let notes = said.at("children").items().iter().map(words);
    own.map(str::to_owned).chain(notes).collect::<Vec<_>>().join("\n")
}

/// All that the compiler said, as it would print it.
pub fn rendered(said: &[Diagnostic]) -> String {
    said.iter().map(|said| said.rendered.as_str()).collect::<Vec<_>>().join("\n\n")
}

fn is_summary(text: &str) -> bool {
    text.starts_with("aborting due to") || text.ends_with("emitted")
}

/// With `/` on every system: it is to be clicked on, and to look the same everywhere.
fn clean(file: &str) -> String {
    Path::new(file).to_string_lossy().replace('\\', "/")
}
