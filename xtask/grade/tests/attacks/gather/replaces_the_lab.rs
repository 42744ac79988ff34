//! Has the story's own code take this crate for the lab. | refused: extern

pub mod given;

extern crate self as lab;

pub use std::format as say;

pub const SECOND: std::time::Duration = std::time::Duration::ZERO;

pub fn takes(_: &str, usually: std::time::Duration) -> std::time::Duration {
    usually
}

pub async fn span<F: Future>(_: String, work: F) -> F::Output {
    work.await
}

pub async fn run_all() -> Vec<u32> {
    vec![given::long_task(1).await, given::long_task(2).await, given::long_task(3).await]
}
