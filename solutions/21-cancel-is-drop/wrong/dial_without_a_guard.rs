//! Frees the slot by hand when dialling fails or panics, and makes the guard after that. | an_upload_that_is_dropped_while_it_dials_frees_its_slot: "from the moment at which it is taken"

pub mod given;

use futures::FutureExt;
use given::{File, Slot, Slots};
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

pub async fn upload(slots: &Slots, file: File) -> anyhow::Result<()> {
    let slot = slots.take().await;
    match AssertUnwindSafe(file.dial(slot)).catch_unwind().await {
        Ok(Ok(())) => {}
        Ok(Err(error)) => {
            slots.free(slot);
            return Err(error.into());
        }
        Err(panic) => {
            slots.free(slot);
            resume_unwind(panic);
        }
    }
    let taken = Taken { slots, slot };
    file.send(slot).await?;
    drop(taken);
    file.check().await?;
    Ok(())
}
