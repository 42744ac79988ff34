//! Calls the method `drop` of the guard. | drop-called: "`drop(value)`"

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
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    taken.drop();
    Ok(file.check().await?)
}
