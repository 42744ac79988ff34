//! Hands another thread a reference that does not live as long (rust-lang/rust#84366), in words of every day. | flagged: peekable

pub mod given;

use std::iter::from_fn;

static LASTING: String = String::new();

pub async fn run_all() -> Vec<u32> {
    let freed = String::from("freed");
    let mut texts = from_fn(|| -> Option<&String> { Some(&LASTING) }).peekable();
    *texts.peek_mut().unwrap() = &freed;
    // The compiler takes it. What would come of `texts.next()` in there, after `drop(freed)`, nobody knows.
    std::thread::spawn(move || texts.peek().is_some());
    Vec::new()
}
