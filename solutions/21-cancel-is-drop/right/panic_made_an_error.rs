//! Makes an error of a panic, and still leaves the slot to a guard.

pub mod given;

use anyhow::anyhow;
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
    let all = async {
        let taken = Taken { slots, slot: slots.take().await };
        file.dial(taken.slot).await?;
        file.send(taken.slot).await?;
        drop(taken);
        file.check().await
    };
    match AssertUnwindSafe(all).catch_unwind().await {
        Ok(result) => Ok(result?),
        Err(_) => Err(anyhow!("a panic")),
    }
}
