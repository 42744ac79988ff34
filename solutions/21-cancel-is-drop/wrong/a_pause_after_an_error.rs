//! Lets the link rest for a second before it returns an error. | all_of_this_holds_on_whatever_ship: "the promise"

pub mod given;

use given::{File, Slot, Slots};
use std::time::Duration;
use tokio::time::sleep;

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

async fn sent(slots: &Slots, file: &File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    Ok(file.send(taken.slot).await?)
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    if let Err(error) = sent(slots, &file).await {
        sleep(Duration::from_secs(1)).await;
        return Err(error);
    }
    file.check().await?;
    Ok(())
}
