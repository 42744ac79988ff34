//! Returns the number of the slot from the block in which its guard ends. | a_slot_is_taken_until_the_file_is_sent: "at the end of its block"

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
    let slot = {
        let taken = Taken { slots, slot: slots.take().await };
        file.dial(taken.slot).await?;
        taken.slot
    };
    file.send(slot).await?;
    file.check().await?;
    Ok(())
}
