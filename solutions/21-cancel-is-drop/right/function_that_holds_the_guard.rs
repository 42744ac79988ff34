//! A function of its own for all that needs the slot: the guard lives as long as that.

pub mod given;

use anyhow::Context;
use given::{File, Slot, Slots};

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

async fn send(slots: &Slots, file: &File) -> anyhow::Result<()> {
    let Taken { slot, .. } = &Taken { slots, slot: slots.take().await };
    file.dial(*slot).await.context("while dialling")?;
    file.send(*slot).await.context("while sending")
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    send(slots, &file).await?;
    file.check().await.with_context(|| format!("{} was sent", file.name()))
}
