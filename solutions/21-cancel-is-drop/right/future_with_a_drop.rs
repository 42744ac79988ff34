//! A future written by hand: it polls the steps, and its own Drop frees the slot.

pub mod given;

use given::{Failure, File, Slot, Slots};
use std::pin::Pin;
use std::task::{Context, Poll};

/// The steps that need a slot. Fields are dropped after the body of `drop`.
struct Sending<'a> {
    slots: &'a Slots,
    slot: Slot,
    steps: Pin<Box<dyn Future<Output = Result<(), Failure>> + Send + 'a>>,
}

impl Future for Sending<'_> {
    type Output = Result<(), Failure>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.steps.as_mut().poll(cx)
    }
}

impl Drop for Sending<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let file = &file;
    let slot = slots.take().await;
    let steps = Box::pin(async move {
        file.dial(slot).await?;
        file.send(slot).await
    });
    Sending { slots, slot, steps }.await?;
    file.check().await?;
    Ok(())
}
