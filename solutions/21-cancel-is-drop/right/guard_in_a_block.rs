//! A block whose end is the end of the guard.

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
    {
        let slot = slots.take().await;
        let _taken = Taken { slots, slot };
        file.dial(slot).await?;
        file.send(slot).await?;
    }
    file.check().await?;
    Ok(())
}
