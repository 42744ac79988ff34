//! A paragraph of Markdown in lines: links, emphasis, and code.
//!
//! Code keeps its backticks, which say what is code where colours do not; so do single stars, which
//! read as they are meant; double ones go. A link is its
//! text, and leads to its address by itself where the terminal follows links; elsewhere the address
//! stands behind it in parentheses.

use verdict::text::wrap;

/// A paragraph without its marks.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// For every character of `text` that is no space, which of the addresses it leads to.
    leads_to: Vec<Option<usize>>,
    addresses: Vec<String>,
}

/// `markdown` in lines of at most `width` columns.
pub(super) fn lines(markdown: &str, width: usize, links: bool) -> Vec<String> {
    let paragraph = read(markdown, links);
    let lines = wrap(&paragraph.text, width);
    if paragraph.addresses.is_empty() { lines } else { linked(lines, &paragraph) }
}

fn read(markdown: &str, links: bool) -> Paragraph {
    let mut paragraph = Paragraph::default();
    let mut rest = markdown;
    while let Some(next) = rest.chars().next() {
        if let Some((link, address, after)) = link(rest) {
            let text = read(link, false).text;
            // Where a path leads to only a page that shows the file knows.
            if address.starts_with(['.', '#']) {
                paragraph.push(&text, None);
            } else if links {
                let index = paragraph.addresses.len();
                paragraph.addresses.push(address.to_owned());
                paragraph.push(&text, Some(index));
            } else {
                paragraph.push(&format!("{text} ({address})"), None);
            }
            rest = after;
        } else if let Some(after) = rest.strip_prefix("**") {
            rest = after;
        } else if let Some(code) = code(rest) {
            paragraph.push(code, None);
            rest = &rest[code.len()..];
        } else {
            let (first, after) = rest.split_at(next.len_utf8());
            paragraph.push(first, None);
            rest = after;
        }
    }
    paragraph
}

/// `[text](address)` at the start of `markdown`, and what follows it.
fn link(markdown: &str) -> Option<(&str, &str, &str)> {
    let (text, rest) = markdown.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    (!text.contains('[')).then_some((text, address, after))
}

/// Code at the start of `markdown`, in its backticks: nothing in it is a mark.
fn code(markdown: &str) -> Option<&str> {
    let end = markdown.strip_prefix('`')?.find('`')?;
    Some(&markdown[..end + 2])
}

impl Paragraph {
    fn push(&mut self, text: &str, address: Option<usize>) {
        self.text.push_str(text);
        let visible = text.chars().filter(|c| !c.is_whitespace());
        self.leads_to.extend(visible.map(|_| address));
    }
}

/// `lines` with the escapes around what leads somewhere. Wrapping has moved nothing but spaces, so
/// counting the other characters tells which is which. A link ends with its line and goes on in the
/// next: what is set in between is no part of it.
fn linked(lines: Vec<String>, paragraph: &Paragraph) -> Vec<String> {
    let mut leads_to = paragraph.leads_to.iter().copied();
    let with_escapes = lines.into_iter().map(|line| {
        let mut shown = String::new();
        // Spaces inside of a link belong to it, those around it do not.
        let mut spaces = String::new();
        let mut open = None;
        for c in line.chars() {
            if c.is_whitespace() {
                spaces.push(c);
                continue;
            }
            let address = leads_to.next().flatten();
            if address != open {
                shown += if open.is_some() { END } else { "" };
                shown += &std::mem::take(&mut spaces);
                shown += &address.map_or_else(String::new, |i| begin(&paragraph.addresses[i]));
                open = address;
            }
            shown += &std::mem::take(&mut spaces);
            shown.push(c);
        }
        shown += if open.is_some() { END } else { "" };
        shown
    });
    with_escapes.collect()
}

const END: &str = "\x1b]8;;\x1b\\";

fn begin(address: &str) -> String {
    format!("\x1b]8;;{address}\x1b\\")
}

#[cfg(test)]
mod tests {
    use super::*;

    const JOIN: &str = "Read about [`join!` and its kind](https://docs.rs/join), **all** of it.";

    /// Escapes in a form that can be read.
    fn shown(markdown: &str, width: usize) -> Vec<String> {
        let plain = |line: String| {
            line.replace("\x1b]8;;", "<").replace("\x1b\\", ">").replace("<>", "</>")
        };
        lines(markdown, width, true).into_iter().map(plain).collect()
    }

    #[test]
    fn marks_go_and_code_is_left_alone() {
        let plain = |markdown| lines(markdown, 80, false).join("|");
        assert_eq!(
            plain("put them into a `vec![1, 2]` or [two]"),
            "put them into a `vec![1, 2]` or [two]"
        );
        assert_eq!(plain("**all** of `**it**`, 2 * 3"), "all of `**it**`, 2 * 3");
        assert_eq!(plain("an open ` and [bracket"), "an open ` and [bracket");
        assert_eq!(
            lines("Read [`join!`](https://docs.rs/join).", 80, false),
            ["Read `join!` (https://docs.rs/join)."]
        );
    }

    #[test]
    fn an_address_that_is_shown_stays_in_one_piece() {
        assert_eq!(
            lines("Read [all of it](https://docs.rs/a/long/way) now.", 16, false),
            ["Read all of it", "(https://docs.rs/a/long/way)", "now."]
        );
    }

    #[test]
    fn a_link_leads_to_its_address_on_every_line_that_it_reaches() {
        assert_eq!(
            shown(JOIN, 80),
            ["Read about <https://docs.rs/join>`join!` and its kind</>, all of it."]
        );
        assert_eq!(
            shown(JOIN, 20),
            [
                "Read about <https://docs.rs/join>`join!`</>",
                "<https://docs.rs/join>and its kind</>, all of",
                "it."
            ]
        );
        assert_eq!(shown("[a](x) [b](y)[c](z)", 80), ["<x>a</> <y>b</><z>c</>"]);
    }
}
