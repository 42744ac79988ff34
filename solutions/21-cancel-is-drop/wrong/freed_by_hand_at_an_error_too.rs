//! Has a guard, and frees the slot by hand as well when sending fails. | no_slot_is_freed_twice: "promise is that it is freed once"

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
    if let Err(error) = file.send(taken.slot).await {
        slots.free(taken.slot);
        return Err(error.into());
    }
    drop(taken);
    file.check().await?;
    Ok(())
}
