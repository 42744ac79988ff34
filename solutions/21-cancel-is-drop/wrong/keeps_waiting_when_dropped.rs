//! Leaks the future that waits for a slot: dropped, it still waits, and is given one. | all_of_this_holds_on_whatever_ship: "Tried"

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
    let waiting = Box::leak(Box::new(Box::pin(slots.take())));
    let taken = Taken { slots, slot: waiting.await };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
