//! Starts a heartbeat for the link, and stops it only at a good end. | all_of_this_holds_on_whatever_ship: "still running"

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

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let taken = Taken { slots, slot: slots.take().await };
    let heart = tokio::spawn(async {
        loop {
            sleep(Duration::from_secs(60)).await;
        }
    });
    file.dial(taken.slot).await?;
    file.send(taken.slot).await?;
    drop(taken);
    heart.abort();
    file.check().await?;
    Ok(())
}
