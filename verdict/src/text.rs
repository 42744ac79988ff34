//! Text for terminals: columns, wrapping, times, names.

use std::time::Duration;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many terminal columns `text` takes.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// `text` with everything that could steer a terminal made visible: learner code chooses names and
/// messages, and none of them may move the cursor or change the colours of a report.
pub fn sanitize(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            c if c.is_control() || is_invisible(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// Marks that reorder or hide their neighbours; see Unicode TR 36 on their use in spoofing.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// `text` cut to at most `width` columns, ending in `mark` where something was cut.
pub fn truncate(text: &str, width: usize, mark: &str) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let available = width.saturating_sub(columns(mark));
    let mut used = 0;
    let mut kept = String::new();
    for c in text.chars() {
        let wide = c.width().unwrap_or(0);
        if used + wide > available {
            break;
        }
        used += wide;
        kept.push(c);
    }
    kept.push_str(mark);
    kept
}

/// `text` cut to at most `width` columns as [`truncate`] does, but in its middle: names that begin alike are
/// told apart by how they end.
pub fn truncate_middle(text: &str, width: usize, mark: &str) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let available = width.saturating_sub(columns(mark));
    let head = truncate(text, available.div_ceil(2), "");
    let backwards: String = text.chars().rev().collect();
    let tail = truncate(&backwards, available.saturating_sub(columns(&head)), "");
    format!("{head}{mark}{}", tail.chars().rev().collect::<String>())
}

/// `text` followed by spaces up to `width` columns.
pub fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(columns(text));
    format!("{text}{}", " ".repeat(missing))
}

/// `text` in lines of at most `width` columns, broken at spaces. Line ends in `text` are kept, and
/// a word longer than a line is broken where it must be. An address is never broken: it is to be clicked on.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            let mut word = word.to_owned();
            if !line.is_empty() && columns(&line) + 1 + columns(&word) > width {
                lines.push(std::mem::take(&mut line));
            }
            while columns(&word) > width && !word.contains("://") {
                let head = truncate(&word, width, "");
                if head.is_empty() {
                    break;
                }
                word.drain(..head.len());
                lines.push(head);
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
    lines
}

/// A time as people say it: `0 s`, `350 ms`, `2 s`, `2.5 s`, `3 days 4 h 2.5 s`.
pub fn time(time: Duration) -> String {
    const DAY: u64 = 24 * 60 * 60;
    let days = time.as_secs() / DAY;
    if days == 0 {
        return spell(time, " ");
    }
    let (hours, minutes) = (time.as_secs() % DAY / 3600, time.as_secs() % 3600 / 60);
    let rest = time - Duration::from_secs(time.as_secs() / 60 * 60);
    let parts = [
        Some(count(usize::try_from(days).unwrap_or(usize::MAX), "day")),
        (hours > 0).then(|| format!("{hours} h")),
        (minutes > 0).then(|| format!("{minutes} min")),
        (!rest.is_zero()).then(|| spell(rest, " ")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A time as short as an axis needs it: `0s`, `350ms`, `2.5s`.
pub fn tick(time: Duration) -> String {
    spell(time, "")
}

fn spell(time: Duration, gap: &str) -> String {
    if time < Duration::from_millis(1) && !time.is_zero() {
        return format!("{}{gap}µs", time.as_micros());
    }
    let ms = time.as_millis();
    match ms {
        0 => format!("0{gap}s"),
        1..1000 => format!("{ms}{gap}ms"),
        _ => {
            let seconds = format!("{}.{:03}", ms / 1000, ms % 1000);
            format!("{}{gap}s", seconds.trim_end_matches('0').trim_end_matches('.'))
        }
    }
}

/// A promise's words: the test's name as a sentence.
pub fn words(test: &str) -> String {
    test.rsplit("::").next().unwrap_or(test).replace('_', " ")
}

/// `1 task`, `3 tasks`.
pub fn count(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}

/// `a`, `a and b`, `a, b and c`; past `most` names, `a, b, c and 7 more`.
pub fn list<S: AsRef<str>>(names: &[S], most: usize) -> String {
    let shown = if names.len() > most { &names[..most] } else { names };
    let mut parts: Vec<String> = shown.iter().map(|name| name.as_ref().to_owned()).collect();
    if names.len() > shown.len() {
        parts.push(format!("{} more", names.len() - shown.len()));
    }
    match parts.pop() {
        None => String::new(),
        Some(only) if parts.is_empty() => only,
        Some(last) => format!("{} and {last}", parts.join(", ")),
    }
}

/// FNV-1a, 64 bit: the same on every machine and with every compiler, and only ever compared with
/// itself.
pub fn fingerprint(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        let said = |ms| time(Duration::from_millis(ms));
        assert_eq!(
            [said(0), said(1), said(999), said(1000), said(2500), said(61_010)],
            ["0 s", "1 ms", "999 ms", "1 s", "2.5 s", "61.01 s"]
        );
        assert_eq!(
            [said(86_400_000), said(2_087_689_581)],
            ["1 day", "24 days 3 h 54 min 49.581 s"]
        );
        assert_eq!(tick(Duration::from_millis(1500)), "1.5s");
        assert_eq!(time(Duration::from_micros(70)), "70 µs");
    }

    #[test]
    fn text_is_cut_by_columns_not_by_characters() {
        assert_eq!(truncate("profile of ada", 8, "…"), "profile…");
        assert_eq!(truncate("東京タワー", 6, "…"), "東京…");
        assert_eq!(truncate("", 3, "…"), "");
        assert_eq!(truncate_middle("look-up of key 12", 13, "…"), "look-u…key 12");
        assert_eq!(truncate_middle("東京タワー", 8, "…"), "東京…ー");
        assert_eq!(truncate_middle("key 12", 6, "…"), "key 12");
        assert_eq!(pad("東京", 6), "東京  ");
    }

    #[test]
    fn wrapping_keeps_within_the_width_and_loses_no_word() {
        let text = "each was awaited before the next was started\nand a_word_that_is_longer_than_any_line ends";
        let lines = wrap(text, 16);
        assert!(lines.iter().all(|line| columns(line) <= 16), "{lines:?}");
        let letters = |s: &str| s.split_whitespace().collect::<String>();
        assert_eq!(letters(&lines.concat()), letters(text));
    }

    #[test]
    fn nothing_that_steers_a_terminal_survives() {
        assert_eq!(
            sanitize("a\u{1b}[31mred\r\nb\u{202e}c\td"),
            "a\u{fffd}[31mred\u{fffd}\u{fffd}b\u{fffd}c d"
        );
    }

    #[test]
    fn names_are_listed_as_a_sentence_does() {
        assert_eq!(list::<&str>(&[], 3), "");
        assert_eq!(list(&["a"], 3), "a");
        assert_eq!(list(&["a", "b", "c"], 3), "a, b and c");
        assert_eq!(list(&["a", "b", "c", "d"], 2), "a, b and 2 more");
    }
}
