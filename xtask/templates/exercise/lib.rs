//! # {number} · {title}
//!
//! TODO(author): the lesson in a few lines. The README tells the story; the promises that your answer
//! must keep are in `tests/{crate}.rs`: read their names first.
//!
//! ```text
//! cargo xtask check {number}    are the promises kept?
//! cargo xtask hint {number}     one step at a time
//! cargo xtask run {number}      watch it on the real clock
//! ```

pub mod given;

/// TODO(author): the contract: what it does, how long that takes, what is returned.
pub async fn serve(guest: &str) -> String {
    // TODO: name the idea here, not the API.
    todo!("serve {guest}")
}
