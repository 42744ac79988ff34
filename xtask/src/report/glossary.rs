//! Which words of a message are explained in the glossary, and where.

/// Where, from the course's root.
pub(super) const FILE: &str = "docs/words.md";

/// How many words are pointed at: more would be a lesson of its own.
const MOST: usize = 3;

/// The headings in [`FILE`], and what else the words begin with in a text.
const WORDS: [(&str, &str); 17] = [
    ("JoinHandle", "joinhandle"),
    ("backpressure", "backpressure"),
    ("channel", "channel"),
    ("guard", "guard"),
    ("permit", "permit"),
    ("stream", "stream"),
    ("abort", "abort"),
    ("blocking", "block"),
    ("cancel", "cancel"),
    ("drop", "drop"),
    ("future", "future"),
    ("hang", "hang"),
    ("poll", "poll"),
    ("runtime", "runtime"),
    ("spawn", "spawn"),
    ("spinning", "spin"),
    ("waker", "waker"),
];

/// The words in `text` that are explained, in the order in which it uses them.
pub(super) fn in_text(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    let parts = text.split(|c: char| !c.is_alphabetic() && c != '_');
    for part in parts.map(str::to_lowercase) {
        // `spawn_blocking` and its like are names of functions, not words of ours.
        let known = WORDS.iter().find(|(_, stem)| part.starts_with(stem) && !part.contains('_'));
        if let Some((word, _)) = known.filter(|(word, _)| !found.contains(word)) {
            found.push(*word);
        }
    }
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_whatever_form_and_named_as_their_headings_are() {
        let text = "It was polled; spawned tasks, dropping a JoinHandle: spawn_blocking(polls).";
        assert_eq!(in_text(text), ["poll", "spawn", "drop"]);
        assert_eq!(in_text("The ids came in another order."), Vec::<&str>::new());
    }

    #[test]
    fn every_word_is_explained() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let text = std::fs::read_to_string(root.join(FILE)).unwrap();
        for (word, _) in WORDS {
            assert!(text.contains(&format!("\n## {word}\n")), "{FILE} has no section {word}");
        }
    }
}
