//! What the compiler printed of an error, shortened and wrapped for a terminal.

use anstream::adapter::strip_str;
use verdict::text::columns;

/// A message of the compiler's, in lines that fit.
pub(super) struct Shortened {
    pub lines: Vec<String>,
    /// Whether anything was left out.
    pub left_out: bool,
}

/// A line as it was printed, and without colours.
struct Line<'a> {
    printed: &'a str,
    bare: String,
}

/// `rendered` in at most `most` lines of at most `width` columns, without what it shows of other crates' code
/// and says of the insides of macros. Lines of code are cut, and all others wrapped at words.
pub(super) fn shortened(rendered: &str, width: usize, most: usize) -> Shortened {
    let all: Vec<Line> = rendered
        .lines()
        .map(|printed| Line { printed, bare: strip_str(printed).to_string() })
        .collect();
    let mut lines = Vec::new();
    let mut left_out = false;
    for (index, part) in parts(&all).into_iter().enumerate() {
        let foreign = part.iter().position(|line| line.is_foreign());
        let own = match foreign {
            // The error itself stays, without the snippet of another crate's code.
            Some(at) if index == 0 && at > 1 => &part[..at],
            Some(_) if index > 0 => &[],
            _ if part[0].is_about_the_compiler() => &[],
            _ => part,
        };
        left_out |= own.len() < part.len();
        for (index, line) in own.iter().enumerate() {
            match line.counterpart(own, index) {
                Some(other) if columns(&line.bare).max(columns(&other.bare)) > width => {
                    lines.push(line.around_the_difference(other, width));
                }
                _ => lines.extend(line.wrapped(width)),
            }
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        left_out = true;
    }
    while lines.last().is_some_and(|line| is_empty_gutter(line)) {
        lines.pop();
    }
    Shortened { lines, left_out }
}

/// The error itself, then each note and each help.
fn parts<'a>(lines: &'a [Line<'a>]) -> Vec<&'a [Line<'a>]> {
    let begins = |line: &Line| {
        let note = line.bare.trim_start();
        ["note: ", "help: ", "warning: "].iter().any(|it| line.bare.starts_with(it))
            || ["= note: ", "= help: ", "= warning: "].iter().any(|it| note.starts_with(it))
    };
    let mut starts: Vec<usize> = (1..lines.len()).filter(|at| begins(&lines[*at])).collect();
    starts.insert(0, 0);
    starts.push(lines.len());
    starts.windows(2).map(|pair| &lines[pair[0]..pair[1]]).filter(|it| !it.is_empty()).collect()
}

impl Line<'_> {
    /// Whether it names a place outside of the course, for the lines below it.
    fn is_foreign(&self) -> bool {
        let place = self.bare.trim_start();
        let place = place.strip_prefix("--> ").or_else(|| place.strip_prefix("::: "));
        // On Windows too, whose paths begin with a letter and a colon.
        place.is_some_and(|place| place.starts_with(['/', '\\']) || place[1..].starts_with(":\\"))
    }

    /// Whether it is of no use to somebody who reads their own file.
    fn is_about_the_compiler(&self) -> bool {
        const SUCH: [&str; 3] = [
            "this error originates in",
            "the full name for the type",
            "consider using `--verbose`",
        ];
        SUCH.iter().any(|words| self.bare.contains(words))
    }

    /// `7 + let a = 1;`: a line of code that the compiler would change.
    fn is_suggestion(&self) -> bool {
        let rest =
            self.bare.trim_start_matches([' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        let is_numbered = self.bare.trim_start().starts_with(|c: char| c.is_ascii_digit());
        is_numbered && rest.starts_with(['~', '+', '-'])
    }

    /// Of a line that the compiler would change, where it is changed: its gutter and sign, and its code.
    fn change(&self) -> Option<(&str, &str)> {
        let sign = self.bare.find(['-', '+']).filter(|_| self.is_suggestion())?;
        self.bare.split_at_checked(sign + 2)
    }

    /// The line that this one, the `index`th of a part, takes the place of, or that takes its place.
    fn counterpart<'a>(&self, part: &'a [Line<'a>], index: usize) -> Option<&'a Line<'a>> {
        let (gutter, _) = self.change()?;
        let other = match gutter.trim_end().ends_with('-') {
            true => part.get(index + 1)?,
            false => part.get(index.checked_sub(1)?)?,
        };
        let (other_gutter, _) = other.change()?;
        (other_gutter != gutter).then_some(other)
    }

    /// Cut at both ends, so that what differs from `other` can be seen.
    fn around_the_difference(&self, other: &Line, width: usize) -> String {
        /// So much of what is the same is left before it.
        const BEFORE: usize = 24;
        let (Some((gutter, code)), Some((_, other))) = (self.change(), other.change()) else {
            return self.cut(width);
        };
        let same = code.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let code: String = match same.checked_sub(BEFORE) {
            None | Some(0) => code.to_owned(),
            Some(left_out) => format!("…{}", code.chars().skip(left_out).collect::<String>()),
        };
        verdict::text::truncate(&format!("{gutter}{code}"), width, "…")
    }

    fn wrapped(&self, width: usize) -> Vec<String> {
        if columns(&self.bare) <= width {
            return vec![self.printed.to_owned()];
        }
        if self.is_suggestion() {
            return vec![self.cut(width)];
        }
        let (gutter, after) = match self.bare.split_once('|') {
            Some((gutter, after)) if gutter.chars().all(|c| c == ' ' || c.is_ascii_digit()) => {
                (gutter, after)
            }
            _ => return self.at_words(self.text_begins(), &" ".repeat(self.text_begins()), width),
        };
        if gutter.contains(|c: char| c.is_ascii_digit()) {
            return vec![self.cut(width)];
        }
        // Below code: marks first, and what is said of them.
        let marks =
            after.len() - after.trim_start_matches([' ', '^', '-', '_', '~', '+', '|']).len();
        let label = gutter.len() + 1 + marks;
        if label >= self.bare.len() {
            return vec![self.cut(width)];
        }
        let hang = if label + 24 > width { gutter.len() + 4 } else { label };
        let hang = format!("{gutter}|{}", " ".repeat(hang - gutter.len() - 1));
        self.at_words(label, &hang, width)
    }

    /// The column at which a note's text begins, after `= note: `.
    fn text_begins(&self) -> usize {
        let blanks = self.bare.len() - self.bare.trim_start().len();
        let text = &self.bare[blanks..];
        let lead = ["= note: ", "= help: "].iter().find(|lead| text.starts_with(**lead));
        blanks + lead.map_or(0, |lead| lead.len())
    }

    /// Broken at blanks behind the column `from`, with `hang` before every line but the first.
    fn at_words(&self, from: usize, hang: &str, width: usize) -> Vec<String> {
        let (head, rest) = self.printed.split_at(self.byte_of(from));
        let (mut lines, mut line, mut column) = (Vec::new(), head.to_owned(), from);
        let mut colours = String::new();
        change(&mut colours, head);
        for (index, word) in rest.split(' ').enumerate() {
            let width_of_word = columns(&strip_str(word).to_string());
            if index > 0 && column + 1 + width_of_word > width {
                lines.push(std::mem::take(&mut line) + if colours.is_empty() { "" } else { RESET });
                line = format!("{hang}{colours}");
                column = hang.len();
            } else if index > 0 {
                line.push(' ');
                column += 1;
            }
            line.push_str(word);
            column += width_of_word;
            change(&mut colours, word);
        }
        lines.push(line);
        lines
    }

    fn cut(&self, width: usize) -> String {
        let reset = if self.printed.contains('\u{1b}') { RESET } else { "" };
        format!("{}{reset}…", &self.printed[..self.byte_of(width - 1)])
    }

    /// Where the column begins in the line as it was printed.
    fn byte_of(&self, column: usize) -> usize {
        let (mut seen, mut in_escape) = (0, false);
        for (at, c) in self.printed.char_indices() {
            if seen >= column && !in_escape && c != '\u{1b}' {
                return at;
            }
            match c {
                '\u{1b}' => in_escape = true,
                'm' if in_escape => in_escape = false,
                _ if in_escape => {}
                c => seen += columns(c.encode_utf8(&mut [0; 4])),
            }
        }
        self.printed.len()
    }
}

const RESET: &str = "\u{1b}[0m";

/// Adds to `colours`, what is in force, what `text` changes.
fn change(colours: &mut String, text: &str) {
    for part in text.split('\u{1b}').skip(1) {
        let escape = part.split_inclusive('m').next().unwrap_or_default();
        if ["[0m", "[m"].contains(&escape) {
            colours.clear();
        } else {
            colours.push_str(&format!("\u{1b}{escape}"));
        }
    }
}

fn is_empty_gutter(line: &str) -> bool {
    strip_str(line).to_string().trim_matches([' ', '|']).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ERROR: &str = "\
error[E0277]: `u32` is not a future
  --> exercises/01-gather/src/lib.rs:5:34
   |
 5 |     let a = tokio::join!(long_task(1).await);
   |             -------------^^^^^^^^^^^^^^^^^^-
   |                          |
   |                          `u32` is not a future
   |
   = note: u32 must be a future or must implement `IntoFuture` to be awaited
note: required by a bound in `maybe_done`
  --> /crates/tokio-1.0.0/src/future/maybe_done.rs:26:22
   |
26 | pub fn maybe_done<F: IntoFuture>(future: F) -> MaybeDone<F::IntoFuture> {
   |                      ^^^^^^^^^^ required by this bound in `maybe_done`
   = note: this error originates in the macro `join` (in Nightly builds, run with -Z)";

    #[test]
    fn notes_on_other_crates_code_and_on_macros_are_left_out() {
        let short = shortened(ERROR, 80, 40);
        assert!(short.left_out);
        assert_eq!(short.lines, ERROR.lines().take(9).collect::<Vec<_>>());
        let whole = shortened("error: no\n --> src/lib.rs:1:1", 80, 40);
        assert!(!whole.left_out);
    }

    #[test]
    fn lines_are_wrapped_at_words_and_code_is_cut() {
        let lines = shortened(ERROR, 44, 40).lines;
        assert!(lines.iter().all(|line| columns(line) <= 44), "{lines:#?}");
        assert_eq!(lines[3], " 5 |     let a = tokio::join!(long_task(1).…");
        let note =
            "   = note: u32 must be a future or must\n           implement `IntoFuture` to be\n";
        assert!(lines.join("\n").contains(note), "{lines:#?}");
    }

    #[test]
    fn a_change_is_shown_where_it_is() {
        let error = "\
error: no
help: there is a method `context` with a similar name
   |
16 -             Err(Failure::Permanent(e)) => return Err(Failure::Permanent(e)).with_context(|| a),
16 +             Err(Failure::Permanent(e)) => return Err(Failure::Permanent(e)).context(|| a),";
        let lines = shortened(error, 44, 40).lines;
        assert_eq!(
            lines[3..],
            [
                "   |",
                "16 - …(Failure::Permanent(e)).with_context(…",
                "16 + …(Failure::Permanent(e)).context(|| a),"
            ]
        );
        assert_eq!(shortened(error, 120, 40).lines, error.lines().collect::<Vec<_>>());
    }

    #[test]
    fn colours_go_on_in_the_next_line() {
        let line = Line {
            printed: "\u{1b}[1merror: one two\u{1b}[0m three",
            bare: "error: one two three".to_owned(),
        };
        let lines = line.at_words(0, "  ", 12);
        assert_eq!(lines, ["\u{1b}[1merror: one\u{1b}[0m", "  \u{1b}[1mtwo\u{1b}[0m three"]);
    }
}
