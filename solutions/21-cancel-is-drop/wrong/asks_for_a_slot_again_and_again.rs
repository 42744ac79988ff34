//! Stops waiting for a slot ten times a second, and goes to the end of the queue. | all_of_this_holds_on_whatever_ship: "the promise"

pub mod given;

use given::{File, Slot, Slots};
use std::time::Duration;
use tokio::time::timeout;

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
    let slot = loop {
        if let Ok(slot) = timeout(Duration::from_millis(100), slots.take()).await {
            break slot;
        }
    };
    let taken = Taken { slots, slot };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
