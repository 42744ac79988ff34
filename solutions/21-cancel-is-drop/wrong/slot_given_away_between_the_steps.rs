//! Frees the slot after the dial, and takes one again to send in. | a_slot_is_taken_until_the_file_is_sent: "slot 1 was taken from 0 s to 1 s"

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
    let dialling = Taken { slots, slot: slots.take().await };
    file.dial(dialling.slot).await?;
    drop(dialling);
    let sending = Taken { slots, slot: slots.take().await };
    file.send(sending.slot).await?;
    drop(sending);
    file.check().await?;
    Ok(())
}
