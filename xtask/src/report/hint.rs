//! A hint, rendered for a terminal: as much of Markdown as hints use.

use super::{BOLD, FAINT, item, painted, width};
use crate::course::Exercise;
use anstream::println;
use verdict::text::wrap;

/// One hint of several.
pub fn hint(exercise: &Exercise, title: &str, text: &str, number: usize, of: usize) {
    let heading = format!("{} · hint {number} of {of}", exercise.heading());
    println!("{}\n", painted(FAINT, &heading));
    println!("{}\n", painted(BOLD, &without_marks(title)));
    let mut in_code = false;
    let mut paragraph = String::new();
    for line in text.lines().chain([""]) {
        if line.starts_with("```") {
            flush(&mut paragraph);
            in_code = !in_code;
        } else if in_code {
            println!("    {line}");
        } else if line.trim().is_empty() {
            flush(&mut paragraph);
        } else {
            paragraph.push_str(line.trim());
            paragraph.push(' ');
        }
    }
    let more = if number < of {
        format!("The next one: cargo xtask hint {}", exercise.number)
    } else {
        format!("That was the last. Then: cargo xtask check {}", exercise.number)
    };
    item(FAINT, 2, 0, "", &more);
}

fn flush(paragraph: &mut String) {
    if !paragraph.is_empty() {
        for line in wrap(&without_marks(paragraph), width() - 2) {
            println!("  {line}");
        }
        println!();
        paragraph.clear();
    }
}

/// `[text](address)` as `text (address)`, and no stars; backticks stay: they say what is code.
fn without_marks(text: &str) -> String {
    text.replace("**", "").replace("](", " (").replace('[', "")
}
