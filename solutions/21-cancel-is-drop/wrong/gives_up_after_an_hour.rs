//! Sends for an hour at most. | all_of_this_holds_on_whatever_ship: "the promise"

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
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    timeout(Duration::from_secs(3_600), file.send(taken.slot)).await??;
    drop(taken);
    file.check().await?;
    Ok(())
}
