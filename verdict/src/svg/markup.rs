//! SVG, piece by piece, from the top of a picture to its bottom.

use crate::text::{columns, sanitize};

/// How wide a column is, for letters of one pixel. In fonts of one width it is 0.6 or a little less.
const COLUMN: f64 = 0.61;

/// How wide `text` is in letters of this size, in pixels.
pub(super) fn width(text: &str, size: f64) -> f64 {
    columns(text) as f64 * COLUMN * size
}

/// How many columns of letters of this size fit into so many pixels.
pub(super) fn columns_in(width: f64, size: f64) -> usize {
    (width / (COLUMN * size)) as usize
}

/// A picture in the making: its elements so far, and where the present line of text stands.
#[derive(Default)]
pub(super) struct Sheet {
    elements: String,
    y: f64,
}

impl Sheet {
    /// Everything that was put onto it.
    pub(super) fn elements(&self) -> &str {
        &self.elements
    }

    /// The foot of the present line.
    pub(super) fn y(&self) -> f64 {
        self.y
    }

    /// Moves on to a line so many pixels below.
    pub(super) fn down(&mut self, by: f64) {
        self.y += by;
    }

    /// An element: its name and its attributes, as they are written.
    pub(super) fn element(&mut self, element: &str) {
        self.elements.push_str(&format!("<{element}/>\n"));
    }

    /// Text on the present line, of a class if it is no plain one. An empty text leaves nothing.
    pub(super) fn text(&mut self, class: &str, x: f64, text: &str) {
        if !text.trim().is_empty() {
            let (x, y, text) = (px(x), px(self.y), escape(text));
            let class = Some(class).filter(|class| !class.is_empty());
            let class = class.map(|class| format!(" class=\"{class}\"")).unwrap_or_default();
            self.elements.push_str(&format!("<text{class} x=\"{x}\" y=\"{y}\">{text}</text>\n"));
        }
    }

    /// Strokes, as the `d` of a path, drawn from this point on.
    pub(super) fn strokes(&mut self, class: &str, (x, y): (f64, f64), strokes: &str) {
        let (x, y) = (px(x), px(y));
        self.element(&format!("path class=\"{class}\" d=\"M{x} {y}{strokes}\""));
    }
}

/// A length in pixels, to a tenth: nobody sees more.
pub(super) fn px(length: f64) -> String {
    let text = format!("{length:.1}");
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}

/// `text` as XML has it, in an element or in an attribute: what learner code made up can neither end
/// the one or the other nor contain what XML has no way to write.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in sanitize(text).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
