//! Makes text that nobody vouches for harmless, wherever it is shown as text.

use verdict::text::sanitize;

/// The most characters of a line that is a name or a sentence.
const LINE: usize = 1_000;
/// The most characters of anything longer.
const TEXT: usize = 20_000;

/// `text` as one line: nothing in it steers a terminal, reorders its neighbours or is forbidden in
/// XML.
pub fn line(text: &str) -> String {
    let text = clip(text.trim(), LINE, " … (cut)");
    sanitize(&text).replace(NO_CHARACTERS, "\u{fffd}")
}

/// `text` as lines of which each is as [`line()`] has it, without blank ones at either end.
pub fn lines(text: &str) -> String {
    let text = clip(text.trim_matches(['\n', '\r']), TEXT, "\n… (cut)");
    let lines: Vec<String> = text.lines().map(sanitize).collect();
    lines.join("\n").trim_end().replace(NO_CHARACTERS, "\u{fffd}")
}

/// Never characters in any text, says Unicode; never in XML, says XML 1.0 (2.2).
const NO_CHARACTERS: [char; 2] = ['\u{fffe}', '\u{ffff}'];

/// The first of `text`, together with `mark` at most `most` characters; all of it where that is
/// enough.
pub fn clip(text: &str, most: usize, mark: &str) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let available = most.saturating_sub(mark.chars().count());
    text.chars().take(available).chain(mark.chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_no_longer_than_it_may_be() {
        assert_eq!(clip("東京タワー", 5, "…"), "東京タワー");
        assert_eq!(clip("東京タワー", 4, "…"), "東京タ…");
        assert_eq!(line(&"x".repeat(100_000)).chars().count(), LINE);
        assert_eq!(lines(&"x\n".repeat(100_000)).chars().count(), TEXT);
    }

    #[test]
    fn lines_stay_lines_and_a_line_stays_one() {
        let hostile = "\r\na\u{1b}[2J\r\n\tb\u{202e}\0\u{ffff}\n\n";
        assert_eq!(lines(hostile), "a\u{fffd}[2J\n b\u{fffd}\u{fffd}\u{fffd}");
        assert_eq!(line(hostile), "a\u{fffd}[2J\u{fffd}\u{fffd} b\u{fffd}\u{fffd}\u{fffd}");
    }
}
