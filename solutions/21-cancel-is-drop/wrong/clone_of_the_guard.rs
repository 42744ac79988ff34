//! Gives a clone of the guard away, and each clone frees the slot. | a_slot_is_taken_until_the_file_is_sent: "slot 1 was taken from 0 s to 1 s" | no_slot_is_freed_twice: "taken 3 times and freed 6 times"

pub mod given;

use given::{File, Slot, Slots};

#[derive(Clone)]
struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

async fn dial(taken: Taken<'_>, file: &File) -> anyhow::Result<()> {
    Ok(file.dial(taken.slot).await?)
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    dial(taken.clone(), &file).await?;
    file.send(taken.slot).await?;
    drop(taken);
    Ok(file.check().await?)
}
