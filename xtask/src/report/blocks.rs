//! Markdown as a terminal shows it: as much of it as lessons and hints use.

use super::markdown::lines;
use super::{BOLD, Page, painted};
use verdict::text::{columns, pad};

/// Puts `markdown` onto the page, set in by `indent`.
pub(super) fn show(page: &mut Page, markdown: &str, indent: usize) {
    let mut blocks = Blocks { page, indent, text: String::new(), lead: String::new() };
    let (mut in_code, mut in_comment) = (false, false);
    let mut table: Vec<Vec<String>> = Vec::new();
    for line in markdown.lines().chain([""]) {
        if !line.starts_with('|') && !table.is_empty() {
            blocks.table(&std::mem::take(&mut table));
        }
        in_comment |= line.starts_with("<!--") && !in_code;
        if in_comment {
            in_comment = !line.contains("-->");
        } else if line.starts_with("```") {
            blocks.flush();
            in_code = !in_code;
            if !in_code {
                blocks.page.gap();
            }
        } else if in_code {
            blocks
                .page
                .line(format_args!("{}{line}", " ".repeat(indent + 2)).to_string().trim_end());
        } else if line.starts_with('|') {
            blocks.flush();
            table.extend(Some(cells(line)).filter(|row| !row.is_empty()));
        } else if let Some(heading) = line.strip_prefix('#') {
            blocks.flush();
            blocks.heading(heading.trim_start_matches('#').trim());
        } else if line.trim().is_empty() {
            blocks.flush();
        } else if let Some((lead, text)) = item(line) {
            blocks.item(lead, text);
        } else if !line.starts_with("![") {
            blocks.text.push_str(line.trim());
            blocks.text.push(' ');
        }
    }
}

struct Blocks<'a> {
    page: &'a mut Page,
    indent: usize,
    /// The paragraph or item that is being read, and what stands before its first line.
    text: String,
    lead: String,
}

impl Blocks<'_> {
    /// Ends what is being read, with an empty line after it.
    fn flush(&mut self) {
        if self.end() {
            self.page.gap();
        }
    }

    /// Ends what is being read; whether there was anything.
    fn end(&mut self) -> bool {
        let (text, lead) = (std::mem::take(&mut self.text), std::mem::take(&mut self.lead));
        if !text.is_empty() {
            self.lines(&lead, &text);
        }
        !text.is_empty()
    }

    fn lines(&mut self, lead: &str, text: &str) {
        let terminal = self.page.terminal();
        let hang = columns(lead);
        let width = terminal.width.saturating_sub(self.indent + hang);
        for (i, line) in lines(text, width, terminal.links).iter().enumerate() {
            let lead = if i == 0 { lead.to_owned() } else { " ".repeat(hang) };
            self.page.line(format_args!("{}{lead}{line}", " ".repeat(self.indent)));
        }
    }

    fn heading(&mut self, text: &str) {
        let terminal = self.page.terminal();
        for line in lines(text, terminal.width, terminal.links) {
            self.page.line(painted(BOLD, &line));
        }
        self.page.gap();
    }

    /// Items stand close together.
    fn item(&mut self, lead: &str, text: &str) {
        self.end();
        (self.lead, self.text) = (lead.to_owned(), format!("{} ", text.trim()));
    }

    /// The first column as wide as it is, and the others after it in one text.
    fn table(&mut self, rows: &[Vec<String>]) {
        let terminal = self.page.terminal();
        let first =
            |row: &Vec<String>| lines(row.first().map_or("", String::as_str), 200, false).join(" ");
        let width = rows.iter().map(|row| columns(&first(row))).max().unwrap_or(0);
        let wide = width + 2 + 20 <= terminal.width;
        for row in rows {
            let rest: Vec<&str> = row.iter().skip(1).map(String::as_str).collect();
            let rest = rest.join("; ");
            if wide {
                self.lines(&format!("{}  ", pad(&first(row), width)), &rest);
            } else {
                self.lines("", &first(row));
                self.lines("  ", &rest);
            }
        }
        self.page.gap();
    }
}

/// `- text` or `1. text`, in its two parts.
fn item(line: &str) -> Option<(&str, &str)> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = if digits > 0 { digits + 1 } else { 1 };
    let is_item = line[digits..].starts_with(if digits > 0 { ". " } else { "- " });
    is_item.then(|| line.split_at(mark + 1))
}

/// The cells of a table's row; none of the row that only draws the line, or of an empty head.
fn cells(row: &str) -> Vec<String> {
    let row = row.trim().trim_matches('|');
    if row.chars().all(|c| "-:| ".contains(c)) {
        return Vec::new();
    }
    row.split('|').map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::TerminalStyle;

    #[test]
    fn every_kind_of_block_has_its_form() {
        let markdown = "# Tea\n\nBoil [water](../w.md), *then*\nwait.\n\n<!-- not\nshown -->\n- one\n  and more\n\
                        - two\n\n1. first\n\n```rust\nlet a = 1;\n```\n\n| | |\n|---|---|\n| Python | `await` |\n\
                        | JavaScript | the same |\n\n![a picture](p.svg)\n";
        let mut page =
            Page::new(TerminalStyle { width: 40, columns: 40, unicode: true, links: false });
        show(&mut page, markdown, 2);
        let shown: Vec<&str> = page.lines().collect();
        assert_eq!(
            shown,
            [
                "\u{1b}[1mTea\u{1b}[0m",
                "",
                "  Boil water, *then* wait.",
                "",
                "  - one and more",
                "  - two",
                "",
                "  1. first",
                "",
                "    let a = 1;",
                "",
                "  Python      `await`",
                "  JavaScript  the same",
                "",
            ]
        );
    }
}
