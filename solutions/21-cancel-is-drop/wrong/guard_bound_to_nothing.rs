//! Binds the guard to `_`, which keeps nothing. | a_slot_is_taken_until_the_file_is_sent: "is called `_`"

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
    let slot = slots.take().await;
    let _ = Taken { slots, slot };
    file.dial(slot).await?;
    file.send(slot).await?;
    file.check().await?;
    Ok(())
}
