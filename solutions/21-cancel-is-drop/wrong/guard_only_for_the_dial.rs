//! Has a guard while it dials, forgets it, and frees the slot by hand after that. | an_upload_that_is_dropped_while_it_sends_frees_its_slot: "none of its lines runs"

pub mod given;

use futures::FutureExt;
use given::{File, Slot, Slots};
use std::mem::forget;
use std::panic::{AssertUnwindSafe, resume_unwind};

struct Taken<'a> {
    slots: &'a Slots,
    slot: Slot,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.slots.free(self.slot);
    }
}

async fn dialled(slots: &Slots, file: &File) -> anyhow::Result<Slot> {
    let taken = Taken { slots, slot: slots.take().await };
    file.dial(taken.slot).await?;
    let slot = taken.slot;
    forget(taken);
    Ok(slot)
}

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = dialled(slots, &file).await?;
    let sent = AssertUnwindSafe(file.send(slot)).catch_unwind().await;
    slots.free(slot);
    match sent {
        Ok(sent) => sent?,
        Err(panic) => resume_unwind(panic),
    }
    file.check().await?;
    Ok(())
}
