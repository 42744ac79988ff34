//! Reads and writes JSON. In reading, what is missing is null, and null has nothing in it. In writing, the
//! same data is the same text every time.

use crate::text::is_invisible;
use std::fmt::Write;

pub use tinyjson::JsonValue as Json;

static NULL: Json = Json::Null;

/// Looking into JSON.
pub trait JsonExt {
    /// The member called `key`; null when there is none.
    fn at(&self, key: &str) -> &Json;
    /// The elements; none when it is no array.
    fn items(&self) -> &[Json];
    /// The text, when it is one.
    fn text(&self) -> Option<&str>;
    /// The number, when it is a whole one from 0 up to 2⁵³, beyond which JSON's own grow inexact.
    fn whole(&self) -> Option<u64>;
}

impl JsonExt for Json {
    fn at(&self, key: &str) -> &Json {
        match self {
            Json::Object(members) => members.get(key).unwrap_or(&NULL),
            _ => &NULL,
        }
    }

    fn items(&self) -> &[Json] {
        match self {
            Json::Array(items) => items,
            _ => &[],
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    fn whole(&self) -> Option<u64> {
        let most = (1u64 << 53) as f64;
        match self {
            Json::Number(n) if n.fract() == 0.0 && (0.0..=most).contains(n) => Some(*n as u64),
            _ => None,
        }
    }
}

/// How deep arrays and objects may lie in each other. What the compiler says of a macro is as deep as macros
/// call each other, and reading it takes a bit of stack for each.
const DEEPEST: usize = 128;

/// The JSON in `bytes`, if that is what they are. What lies deeper than anybody looks is null.
pub fn parse(bytes: &[u8]) -> Option<Json> {
    str::from_utf8(bytes).ok()?;
    String::from_utf8(flattened(bytes)).ok()?.parse().ok()
}

/// The same with a null in place of each array and object that lies too deep.
fn flattened(bytes: &[u8]) -> Vec<u8> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    let mut flat = Vec::with_capacity(bytes.len());
    for &byte in bytes {
        let opens = !in_text && [b'[', b'{'].contains(&byte);
        let closes = !in_text && [b']', b'}'].contains(&byte);
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ => {}
        }
        depth += usize::from(opens);
        match depth {
            ..=DEEPEST => flat.push(byte),
            _ if opens && depth == DEEPEST + 1 => flat.extend(b"null"),
            _ => {}
        }
        depth = depth.saturating_sub(usize::from(closes));
    }
    flat
}

/// An object of these members.
pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    Json::Object(members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// An array of these elements.
pub fn array(items: impl Iterator<Item = Json>) -> Json {
    Json::Array(items.collect())
}

/// A text, or null.
pub fn optional(text: Option<&str>) -> Json {
    text.map_or(Json::Null, |text| Json::String(text.to_owned()))
}

/// A text.
pub fn text(text: &str) -> Json {
    Json::String(text.to_owned())
}

/// A whole number, exact up to 2⁵³.
pub fn number(n: impl TryInto<u64>) -> Json {
    Json::Number(n.try_into().unwrap_or(u64::MAX) as f64)
}

/// `json` as text that people can read and compare: a member a line, set in by two spaces, in the
/// order of their names (an object of ours has none of its own). No character in it can steer a
/// terminal.
pub fn pretty(json: &Json) -> String {
    let mut out = String::new();
    write_value(&mut out, json, 0);
    out
}

fn write_value(out: &mut String, json: &Json, depth: usize) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Boolean(value) => out.push_str(if *value { "true" } else { "false" }),
        // JSON has no word for what is not finite.
        Json::Number(n) if !n.is_finite() => out.push_str("null"),
        Json::Number(n) => out.push_str(&n.to_string()),
        Json::String(text) => write_text(out, text),
        Json::Array(items) => {
            write_lines(out, depth, ['[', ']'], items, |out, item| {
                write_value(out, item, depth + 1);
            });
        }
        Json::Object(members) => {
            let mut members: Vec<(&String, &Json)> = members.iter().collect();
            members.sort_by_key(|(key, _)| *key);
            write_lines(out, depth, ['{', '}'], &members, |out, (key, value)| {
                write_text(out, key);
                out.push_str(": ");
                write_value(out, value, depth + 1);
            });
        }
    }
}

fn write_lines<T>(
    out: &mut String,
    depth: usize,
    [open, close]: [char; 2],
    items: &[T],
    mut write: impl FnMut(&mut String, &T),
) {
    out.push(open);
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        write(out, item);
    }
    if !items.is_empty() {
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
    }
    out.push(close);
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || is_invisible(c) => {
                // All of these are below U+10000: one unit of UTF-16 each.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_data_is_the_same_text_sorted_and_set_in() {
        let member = |key: &str| (key.to_owned(), number(1u32));
        let inner = Json::Object(["b", "a", "ab", "B"].map(member).into());
        let json = object([
            ("z", array([Json::Null, Json::Boolean(true), text("tea")].into_iter())),
            ("y", inner),
            ("none", array(std::iter::empty())),
            ("half", Json::Number(0.5)),
            ("large", Json::Number(3_600_000_000.0)),
            ("endless", Json::Number(f64::INFINITY)),
        ]);
        expect_test::expect![[r#"
            {
              "endless": null,
              "half": 0.5,
              "large": 3600000000,
              "none": [],
              "y": {
                "B": 1,
                "a": 1,
                "ab": 1,
                "b": 1
              },
              "z": [
                null,
                true,
                "tea"
              ]
            }"#]]
        .assert_eq(&pretty(&json));
    }

    #[test]
    fn what_is_nested_without_end_is_null_down_there() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let deepest = parse(nested(DEEPEST).as_bytes());
        assert!(deepest.is_some());
        let mut json = &parse(nested(1_000_000).as_bytes()).expect("JSON");
        for _ in 0..DEEPEST {
            json = &json.items()[0];
        }
        assert_eq!(json, &Json::Null);
        let beside = format!(r#"{{"a":{{"b":{}}},"c":"]\"{{"}}"#, nested(700));
        assert_eq!(parse(beside.as_bytes()).expect("JSON").at("c").text(), Some("]\"{"));
        assert_eq!(parse("{\"a\":".repeat(1_000_000).as_bytes()), None);
        assert_eq!(parse("[".repeat(1_000_000).as_bytes()), None);
        // Brackets in a text are no nesting.
        let flat = format!("[\"\\\"{}\"]", "[{".repeat(1_000));
        assert!(parse(flat.as_bytes()).is_some());
    }

    #[test]
    fn any_text_comes_back_and_none_steers_a_terminal() {
        let every: String = ('\0'..='\u{3000}').chain('\u{fe00}'..='\u{1f600}').collect();
        let written = pretty(&text(&every));
        assert!(!written.contains(|c: char| c.is_control() || is_invisible(c)));
        assert_eq!(parse(written.as_bytes()), Some(text(&every)));
    }
}
