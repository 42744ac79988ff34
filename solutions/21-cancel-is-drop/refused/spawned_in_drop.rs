//! Frees the slot in a task that it spawns in Drop. | borrowed-in-task: "A task, or a future that"

pub mod given;

use given::{File, Slot, Slots};

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let (slots, slot) = (self.slots, self.slot);
        tokio::spawn(async move { slots.free(slot) });
    }
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    Ok(file.check().await?)
}
