//! Lines of a page, cut to the columns of a screen: what a terminal does by itself, done here so that
//! lines can be counted and shown in part.

use verdict::text::columns;
use xtask::report::Page;

/// A row of the screen.
#[derive(Clone, Default)]
pub(super) struct Row {
    pub text: String,
    /// Whether it goes on with the line that the row above was cut from.
    pub goes_on: bool,
}

/// The page's lines, each in as many rows of `width` columns as it takes. A colour that is on when a line is
/// cut is on again in the next row.
pub(super) fn rows(page: &Page, width: usize) -> Vec<Row> {
    let row = |(i, text)| Row { text, goes_on: i > 0 };
    page.lines().flat_map(|line| cut(line, width.max(1)).into_iter().enumerate().map(row)).collect()
}

fn cut(line: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut current, mut used) = (String::new(), 0);
    // Everything since the last reset.
    let mut colours = String::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let escape = escape_sequence(rest);
        if !escape.is_empty() {
            current.push_str(escape);
            match escape {
                "\x1b[0m" | "\x1b[m" => colours.clear(),
                colour if colour.ends_with('m') => colours.push_str(colour),
                _ => {}
            }
            rest = &rest[escape.len()..];
            continue;
        }
        let (character, after) = rest.split_at(first.len_utf8());
        let wide = columns(character);
        if used + wide > width && used > 0 {
            if !colours.is_empty() {
                current.push_str("\x1b[0m");
            }
            lines.push(std::mem::replace(&mut current, colours.clone()));
            used = 0;
        }
        current.push_str(character);
        used += wide;
        rest = after;
    }
    lines.push(current);
    lines
}

/// The control sequence that `text` begins with: `ESC [ … letter`, or `ESC ] … ESC \` of a link.
/// Empty if there is none.
fn escape_sequence(text: &str) -> &str {
    let end = if let Some(rest) = text.strip_prefix("\x1b[") {
        rest.find(|c: char| c.is_ascii_alphabetic()).map(|end| 2 + end + 1)
    } else if let Some(rest) = text.strip_prefix("\x1b]") {
        rest.find("\x1b\\").map(|end| 2 + end + 2)
    } else {
        None
    };
    &text[..end.unwrap_or(0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_by_columns_and_keeps_its_colours() {
        assert_eq!(cut("", 4), [""]);
        assert_eq!(cut("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(cut("東京タワー", 5), ["東京", "タワ", "ー"]);
        assert_eq!(
            cut("\x1b[1m\x1b[31mabcdef\x1b[0mgh", 4),
            ["\x1b[1m\x1b[31mabcd\x1b[0m", "\x1b[1m\x1b[31mef\x1b[0mgh"]
        );
        assert_eq!(cut("\x1b[31mabcd\x1b[0m", 4), ["\x1b[31mabcd\x1b[0m"]);
    }

    #[test]
    fn a_link_takes_the_columns_of_its_text_only() {
        let link = "\x1b]8;;https://docs.rs/tokio\x1b\\tokio\x1b]8;;\x1b\\ it";
        assert_eq!(cut(link, 8), [link]);
    }
}
