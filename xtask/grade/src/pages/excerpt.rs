//! Excerpts of what students and their programs wrote: without control characters, and short enough to read.

use crate::results::Student;
use maud::{Markup, html};
use verdict::text::{count, sanitize, truncate};

/// A line that is longer, in columns, is cut.
const WIDEST: usize = 400;

/// One line. Cut by characters too: marks that are set above one another take no columns.
pub(super) fn line(text: &str, columns: usize) -> String {
    let most = 4 * columns;
    let short: String = text.chars().take(most).collect();
    let cut = short.len() < text.len() && columns > 0;
    let shown = truncate(&sanitize(&short), columns, "…");
    if cut && !shown.ends_with('…') { shown + "…" } else { shown }
}

/// Several lines, the first `most` of them, and how many more there are.
pub(super) fn lines(text: &str, most: usize) -> String {
    let mut shown: Vec<String> = text.lines().take(most).map(|text| line(text, WIDEST)).collect();
    let more = text.lines().skip(most).count();
    if more > 0 {
        shown.push(format!("… {}", count(more, "more line")));
    }
    shown.join("\n")
}

/// A remark, with what it has between backticks as code.
pub(super) fn marked(text: &str) -> Markup {
    let parts: Vec<&str> = text.split('`').collect();
    // The last of an even number of parts has no backtick after it.
    let open = parts.len().is_multiple_of(2);
    html! {
        @for (index, part) in parts.iter().enumerate() {
            @if open && index + 1 == parts.len() { "`" (part) }
            @else if index % 2 == 1 { code { (part) } }
            @else { (part) }
        }
    }
}

/// What a student is called.
pub(super) fn name(student: &Student) -> String {
    let name = line(student.name.trim(), 80);
    if name.is_empty() { student.id.clone() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_cut_in_both_directions_and_says_so() {
        assert_eq!(lines("a\r\nb\tc\nd\ne", 2), "a\nb c\n… 2 more lines");
        assert_eq!(lines("a\nb\n", 2), "a\nb");
        assert_eq!(line("profile of ada", 8), "profile…");
        let high = format!("e{}", "\u{301}".repeat(1000));
        assert_eq!(line(&high, 8).chars().count(), 33, "32 and the mark");
    }

    #[test]
    fn what_stands_between_backticks_is_code() {
        let of = |text| marked(text).into_string();
        assert_eq!(of("`a<b` and `c`"), "<code>a&lt;b</code> and <code>c</code>");
        assert_eq!(of("a ` b"), "a ` b");
        assert_eq!(of(""), "");
    }

    #[test]
    fn nothing_in_it_steers_who_shows_it() {
        assert_eq!(lines("\u{1b}[2Ja\u{202e}b\u{0}", 9), "\u{fffd}[2Ja\u{fffd}b\u{fffd}");
    }

    #[test]
    fn whoever_has_no_name_goes_by_the_id() {
        let roster = Default::default();
        let student =
            Student { id: "s1".to_owned(), name: " \n".to_owned(), stranger: false, roster };
        assert_eq!(name(&student), "s1");
    }
}
