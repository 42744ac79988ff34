//! Moves the guard into the future of the steps, and boxes that.

pub mod given;

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

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    let steps = Box::pin(async {
        let taken = taken;
        file.dial(taken.slot).await?;
        file.send(taken.slot).await
    });
    steps.await?;
    Ok(file.check().await?)
}
