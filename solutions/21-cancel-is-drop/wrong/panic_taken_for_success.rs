//! Catches a panic, and goes on as if nothing had happened. | all_of_this_holds_on_whatever_ship: "the promise"

pub mod given;

use futures::FutureExt;
use given::{File, Slot, Slots};
use std::panic::AssertUnwindSafe;

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
    let steps = async {
        file.dial(taken.slot).await?;
        file.send(taken.slot).await
    };
    let sent = AssertUnwindSafe(steps).catch_unwind().await;
    drop(taken);
    match sent {
        Ok(sent) => sent?,
        Err(_) => return Ok(()),
    }
    file.check().await?;
    Ok(())
}
