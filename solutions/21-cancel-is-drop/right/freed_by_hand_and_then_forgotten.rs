//! Frees the slot by hand when all is well, and forgets the guard without an `.await` in between.

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
    let guard = Taken { slots, slot: slots.take().await };
    file.dial(guard.slot).await?;
    file.send(guard.slot).await?;
    slots.free(guard.slot);
    std::mem::forget(guard);
    file.check().await?;
    Ok(())
}
