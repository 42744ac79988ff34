//! # 21 · Cancel is drop
//!
//! A future can be dropped at each of its `.await`s. Then none of its lines runs any more. What has to
//! happen in any case belongs in the `Drop` of a value that it holds. The README tells the story; the
//! promises that your answer must keep are in `tests/cancel_is_drop.rs`: read their names first.
//!
//! ```text
//! cargo xtask check 21    are the promises kept?
//! cargo xtask hint 21     one step at a time
//! cargo xtask run 21      watch it on the real clock
//! ```

pub mod given;

use given::{File, Slots};

/// Takes a slot, dials, sends the file, and has it checked, in this order and without a pause.
///
/// The slot is taken until the file is sent, and is free from that moment on: the check needs none.
/// It is also free from the moment at which the upload is over for any other reason: a step fails or
/// panics, or the upload is dropped, at whichever `.await`. Nothing goes on after that. Each slot that
/// was taken is freed exactly once. (To free it again could take it away from another upload.)
///
/// When a step fails, no other step begins, and its error is returned at once, with or without
/// context. Whether a panic goes through to the caller or becomes an error is up to you.
pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    // TODO: hold something whose end frees the slot, whatever it is that ends it.
    let slot = slots.take().await;
    todo!("dial, send and check {} in {slot}, and free the slot in any case", file.name())
}
