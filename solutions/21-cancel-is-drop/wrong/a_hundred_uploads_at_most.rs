//! Lets a hundred uploads of all ships go on at once. | all_of_this_holds_on_whatever_ship: "half done"

pub mod given;

use given::{File, Slot, Slots};
use tokio::sync::Semaphore;

static UNDER_WAY: Semaphore = Semaphore::const_new(100);

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
    let _one = UNDER_WAY.acquire().await?;
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
