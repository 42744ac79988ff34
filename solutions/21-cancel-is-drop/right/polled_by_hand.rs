//! Polls the steps itself, and drops the guard in the poll in which they are done.

pub mod given;

use given::{File, Slot, Slots};
use std::future::poll_fn;

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    let (slot, mut taken, file) = (taken.slot, Some(taken), &file);
    let mut steps = Box::pin(async move {
        file.dial(slot).await?;
        file.send(slot).await
    });
    let sent = poll_fn(move |cx| {
        let polled = steps.as_mut().poll(cx);
        if polled.is_ready() {
            taken = None;
        }
        polled
    });
    sent.await?;
    Ok(file.check().await?)
}
