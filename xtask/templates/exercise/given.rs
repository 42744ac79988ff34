//! The world of the story. Nothing in here is yours to change.

use lab::{SECOND, fetch};

/// TODO(author): what it does, and how long that takes.
pub async fn cook(guest: &str) -> String {
    fetch(format!("soup for {guest}"), SECOND).await;
    format!("soup for {guest}")
}
