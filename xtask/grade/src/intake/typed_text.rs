//! What a student typed into a platform's own editor: HTML, with the source as its text.

use quick_xml::escape::{resolve_html5_entity, unescape_with};

/// What Moodle and Canvas call a text that was typed.
pub(super) fn is_typed(file: &str) -> bool {
    let file = file.to_lowercase();
    ["onlinetext.html", "onlinetext.htm", "text.html"].iter().any(|name| file.ends_with(name))
}

/// The elements of HTML that editors write. Anything else between `<` and `>` was typed: `Vec<u32>`.
const ELEMENTS: [&str; 40] = [
    "a",
    "article",
    "b",
    "blockquote",
    "body",
    "br",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "i",
    "li",
    "link",
    "meta",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "title",
    "tr",
    "u",
    "ul",
];

/// After which of them a line ends.
const LINES: [&str; 15] = [
    "br",
    "p",
    "div",
    "li",
    "pre",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "title",
    "blockquote",
    "article",
];

/// The text of a page, in one pass.
pub(super) fn source(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&unescaped(&rest[..at]));
        rest = &rest[at..];
        match element(rest) {
            Some((name, closes, length)) => {
                if LINES.contains(&&name[..]) && (closes || name == "br") {
                    text.push('\n');
                }
                rest = &rest[length..];
            }
            None => {
                text.push('<');
                rest = &rest[1..];
            }
        }
    }
    text.push_str(&unescaped(rest));
    // Editors keep indents by spaces that do not break.
    text.replace('\u{a0}', " ")
}

/// The element that `html` begins with: its name, whether it is its end, and how long its mark is.
fn element(html: &str) -> Option<(String, bool, usize)> {
    /// The longest mark that is taken for one.
    const LONGEST: usize = 2_000;
    let inner = html.strip_prefix('<')?;
    if let Some(comment) = inner.strip_prefix("!--") {
        let end = comment.find("-->").map_or(html.len(), |at| at + "<!---->".len());
        return Some((String::new(), false, end));
    }
    let closes = inner.starts_with('/');
    let name = inner.trim_start_matches(['/', '!']);
    let name: String = name.chars().take_while(char::is_ascii_alphanumeric).take(11).collect();
    let name = name.to_lowercase();
    let known = ELEMENTS.contains(&&name[..]) || name == "doctype";
    let end = html.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    known.then_some((name, closes, end + 1))
}

/// Entities as what they stand for; text in which one is unknown stays as it is.
fn unescaped(text: &str) -> String {
    let text = text.replace('\r', "");
    unescape_with(&text, resolve_html5_entity).map(Into::into).unwrap_or(text.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_make_of_a_source_is_that_source_again() {
        let atto = "<p dir=\"ltr\" style=\"text-align: left;\">pub async fn run_all() -&gt; Vec&lt;u32&gt; \
                    {<br>&nbsp;&nbsp; &nbsp;vec![1, 2] // &amp;&#39;x&#39;<br>}</p>";
        assert_eq!(
            source(atto),
            "pub async fn run_all() -> Vec<u32> {\n    vec![1, 2] // &'x'\n}\n"
        );
        let tiny =
            "<!DOCTYPE html><html><body><pre><code>fn a() {\n    b::<u8>(&x);\n}</code></pre>";
        assert_eq!(source(tiny), "fn a() {\n    b::<u8>(&x);\n}\n");
        let plain = "fn a() -> Vec<u32> { a < b && c > d }";
        assert_eq!(source(plain), plain);
    }

    #[test]
    fn any_text_has_an_end() {
        for odd in ["<", "</", "<p", "<!--", "&", "&#xffffffff;", "<p <p <p", "a<br"] {
            source(&odd.repeat(20_000));
        }
    }
}
